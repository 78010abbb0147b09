import Kernel
import Testing

/// What the law or the scheme forbids is refused with its rule, and nothing is lost.
@Suite struct AssessmentRefusalTests {
    @Test func eachIsRefusedWithItsParagraph() throws {
        let lab = try AssessmentLab()
        // Nobody who is not registered delivers; an empty script is none.
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        #expect(lab.refused(["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2"]).hasPrefix("77"))
        // No guide, no exam.
        #expect(lab.refused(["assessment.script.create", "--candidate", "1", "--as", "p2"]).contains("11-7(3)"))
        try lab.adoptGuide()
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--as", "p2")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p2"]).contains("assessment/handed-in"))
        try lab.ok("do", "assessment.script.update", "1", "--text", "x", "--others", "p1", "--as", "p2")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p2"]).contains("assessment/own-exam"))
        try lab.ok("do", "assessment.script.drop", "1", "--as", "p2")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "late", "--as", "p2")
        // After the deadline, unless it is extended for her.
        let late = "2028-05-25T08:00:00Z"
        #expect(lab.refused(["assessment.script.deliver", "2", "--as", "p2"], at: late).contains("kernel.deadline.extend"))
        // Files of a kind that is not taken.
        try lab.session.put("MZ\u{0}\u{1}\u{0}\u{2}", "virus.exe")
        #expect(lab.refused(["assessment.script.update", "2", "--files", "virus.exe", "--as", "p2"]).hasPrefix("65"))
        // No pool, no examiners.
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p2")
        #expect(
            lab.refused(["assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1"])
                .contains("pool"))
        #expect(lab.refused(["assessment.guide.publish", "1", "--as", "co1"]).contains("11-7(3)"))
    }

    @Test func judgementsAreThoseOfImpartialAssignedExaminers() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        #expect(lab.refused(["assessment.judgement.seal", "1", "--grade", "A", "--as", "ex3"]).hasPrefix("65"))
        #expect(lab.refused(["assessment.judgement.seal", "1", "--grade", "A", "--as", "ex2"]).hasPrefix("65"))
        #expect(
            lab.refused(["assessment.judgement.seal", "1", "--grade", "Q", "--as", "ex1"]).contains(
                "not on the scale: A, B, C, D, E, F (UH-loven § 11-7(1))"))
        #expect(lab.refused(["assessment.judgement.seal", "1", "--grade", "pass", "--as", "ex1"]).contains("11-7(1)"))
        // Of the same school as the candidate, and one who is a mentor.
        #expect(lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", "ex5", "--as", "co1"]).contains("fvl. § 6"))
        try lab.ok(
            "do", "assessment.tie.create", "--offering", "vest-h27", "--assessor", "ex1", "--about", "p1", "--ground", "mentor", "--as",
            "co1")
        #expect(lab.refused(["assessment.judgement.seal", "1", "--grade", "A", "--as", "ex1"]).contains("fvl. § 6"))
        // One examiner is too few; a second final grade there is not.
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "A", "--as", "ex2")
        #expect(try lab.state("assessment.script", 1) == "delivered")
        #expect(lab.refused(["assessment.decision.create", "--script", "1", "--grade", "A", "--as", "co1"]).hasPrefix("77"))
        #expect(lab.refused(["assessment.script.agree", "1", "--as", "co1"]).hasPrefix("77"))
    }

    @Test func attemptsAreCounted() throws {
        let lab = try AssessmentLab()
        for number in 1...3 {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
            #expect(lab.refused(["assessment.candidate.withdraw", String(number), "--as", "p1"]).contains("11-6(3)"))
            try lab.ok("do", "assessment.candidate.withdraw-late", String(number), "--as", "p1")
        }
        #expect(lab.refused(["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1"]).contains("3 of 3 attempts"))
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2", at: "2028-03-01T08:00:00Z")
        try lab.ok("do", "assessment.candidate.withdraw", "4", "--as", "p2", at: "2028-03-01T08:00:00Z")
        // Absence with a note that comes in time uses none; without one it does by itself.
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        try lab.ok("do", "assessment.candidate.miss", "5", "--as", "co1", at: "2028-05-24T08:00:00Z")
        #expect(
            lab.refused(["assessment.candidate.accept-certificate", "5", "--reason", "note", "--as", "co1"], at: "2028-06-02T08:00:00Z")
                .hasPrefix("77"))
        try lab.ok("due", at: "2028-06-02T08:00:00Z")
        #expect(try lab.state("assessment.candidate", 5) == "absent-used")
    }

    @Test func theBoardDecidesOnCheating() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("B")
        #expect(try lab.progress(of: "p1") == ["done"])
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        #expect(lab.session.run("show", "assessment.suspicion", "1", "--as", "p1", now: AssessmentLab.exam).code == 65)
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.state", "1", "--statement", "I did not", "--as", "p1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        func exclude(_ yes: Int, _ no: Int, _ until: String, grave: Bool = false) -> String {
            lab.refused([
                "assessment.suspicion.exclude", "1", "--reason", "r", "--from", "2028-06-01", "--until", until, "--grave", String(grave),
                "--for", String(yes), "--against", String(no), "--as", "co1",
            ])
        }
        #expect(exclude(2, 0, "2029-06-01").contains("14-1"))
        #expect(exclude(3, 2, "2029-06-01").contains("12-9"))
        #expect(exclude(4, 1, "2029-06-02").contains("12-4"))
        #expect(exclude(4, 1, "2030-06-01", grave: true) == "done")
        #expect(try lab.state("assessment.candidate", 1) == "annulled")
        #expect(try lab.progress(of: "p1") == ["started"])
        #expect(try lab.progress(of: "p1", at: "2028-05-25T08:00:00Z") == ["overdue"])
        #expect(try lab.state("assessment.result", 1) == "annulled")
        #expect(
            lab.refused(["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1"], at: "2029-01-01T08:00:00Z")
                .contains("12-4"))
    }
}
