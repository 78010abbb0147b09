import Kernel
import Testing

/// A second attempt has a script of its own, and what used the first stays used.
@Suite struct SecondAttemptTests {
    /// While one may still register for either exam.
    private static let before = "2028-05-02T08:00:00Z"

    private func deliver(_ lab: AssessmentLab, candidate: Int, script: Int) throws {
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", String(candidate), "--text", "again", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", String(script), "--as", "p1")
    }

    @Test func whoFailedDeliversAnew() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("F")
        try deliver(lab, candidate: 2, script: 2)
        #expect(try lab.state("assessment.candidate", 1) == "failed")
        #expect(try lab.state("assessment.candidate", 2) == "delivered")
        for (number, person) in [("3", "ex1"), ("4", "ex2")] {
            try lab.ok("do", "assessment.judgement.create", "--script", "2", "--assessor", person, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "B", "--as", person)
        }
        try lab.announce()
        #expect(try lab.state("assessment.candidate", 2) == "passed")
        #expect(try lab.state("assessment.candidate", 1) == "failed")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        #expect(try lab.ok("show", "assessment.outcome", "1", "--as", "p1", "--output", "json").contains("\"grade\": \"B\""))
    }

    /// A script belongs to the registration that it was begun for.
    @Test func theScriptOfAnEarlierRegistrationIsNotDelivered() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("F")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "again", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "2", "--as", "p1"]).contains("earlier registration"))
    }

    @Test func aNewExamAfterAFormalErrorUsesNoAttemptAndHasNewExaminers() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("F")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "late", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.uphold", "1", "--answer", "yes", "--remedy", "new-exam", "--as", "co1")
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "again", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p1")
        #expect(lab.refused(["assessment.judgement.create", "--script", "2", "--assessor", "ex1", "--as", "co1"]).contains("11-9"))
        // Nor are they drawn by lot.
        let allocate = ["assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1"]
        #expect(lab.refused(allocate).contains("too few examiners"))
        for person in ["ex3", "ex4"] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", "true", "--as", "co1")
        }
        #expect(lab.refused(allocate) == "done")
        // Neither the spoilt exam nor the new one counts.
        for number in ["1", "2"] {
            #expect(try lab.ok("show", "assessment.candidate", number, "--as", "co1", "--output", "json").contains("\"counts\": false"))
        }
    }

    @Test func cheatingUsesTheAttempt() throws {
        let lab = try AssessmentLab { session in
            try session.edit("Config/institutions/vest/variants/vest-plf-2027.yaml", "assessment:\n", "assessment:\n  attempts: 1\n")
        }
        try lab.prepare()
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "3", "--against", "0", "--as", "co1")
        #expect(lab.refused(["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1"]).contains("1 of 1 attempts"))
        // What was annulled before it was graded is judged no more, and gets no grade.
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            let refused = lab.refused(["assessment.judgement.seal", number, "--grade", "A", "--as", person])
            #expect(refused.hasPrefix("77") && refused.contains("Lapsed with the exam"), "\(refused)")
        }
        #expect(try !lab.ok("list", "assessment.result", "--as", "co1").contains("A ("))
    }

    @Test func aRegistrationStaysWithItsExam() throws {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\nhandel-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        try lab.ok("do", "assessment.candidate.create", "--activity", "handel-h27/prosjektoppgave", "--as", "p1", at: Self.before)
        try lab.ok("do", "assessment.candidate.update", "1", "--language", "nn", "--as", "p1")
        let move = ["assessment.candidate.update", "1", "--activity", "handel-h27/praksisfortelling", "--as", "p1"]
        #expect(lab.refused(move).contains("assessment/same-exam"))
    }

    /// A right to postpone holds also for whoever did not appear; whoever is excluded sits no other exam.
    @Test func postponedAfterAbsenceAndExcludedAfterRegistration() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        let after = "2028-05-24T08:00:00Z"
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.candidate.miss", "1", "--as", "co1", at: after)
        try lab.ok(
            "do", "assessment.postponement.create", "--candidate", "1", "--ground", "birth", "--day", "2028-05-10", "--as", "p1", at: after)
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1", at: after)
        try lab.ok("do", "assessment.postponement.grant", "1", "--reason", "r", "--as", "co1", at: after)
        #expect(try lab.state("assessment.candidate", 1) == "absent-valid")
        try lab.session.put("offering,person,role\nhandel-h27,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        try lab.ok("do", "assessment.candidate.create", "--activity", "handel-h27/prosjektoppgave", "--as", "p2", at: Self.before)
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "a", "--as", "p2")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "3", "--suspicion", "s")
        try lab.ok("do", "assessment.suspicion.notify", "1")
        try lab.ok("do", "assessment.suspicion.send", "1")
        try lab.ok(
            "do", "assessment.suspicion.exclude", "1", "--reason", "r", "--from", "2028-05-16", "--until", "2029-05-01", "--grave", "false",
            "--for", "5", "--against", "0")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p2"]).contains("excluded until 2029-05-01"))
        #expect(try lab.ok("report", "assessment.eligibility", "--offering", "vest-h27").contains("excluded until 2029-05-01"))
    }
}
