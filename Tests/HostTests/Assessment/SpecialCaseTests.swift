import Kernel
import Testing

/// Measures that are granted have their effect, and lists of limits say nothing that is not so.
@Suite struct SpecialCaseTests {
    @Test func extraTimeMovesTheLimit() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok(
            "do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "extra-time", "--percent", "50", "--as",
            "p1")
        try lab.ok("do", "assessment.accommodation.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "r", "--as", "co1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "mine", "--as", "p1")
        // Open for fifteen days, to 23 May: half as much again ends at noon on 31 May.
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"], at: "2028-05-31T10:30:00Z").hasPrefix("77"))
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"], at: "2028-05-31T09:30:00Z") == "done")
    }

    /// Without a number more time would give nothing; other measures have none.
    @Test func extraTimeSaysHowMuch() throws {
        let lab = try AssessmentLab()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "extra-time", "--as", "p1")
        let apply = ["assessment.accommodation.apply", "1", "--as", "p1"]
        #expect(lab.refused(apply).contains("how much more time"))
        try lab.ok("do", "assessment.accommodation.update", "1", "--percent", "25", "--as", "p1")
        #expect(lab.refused(apply) == "done")
        try lab.ok("do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "r", "--as", "co1")
        try lab.ok("do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "own-room", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.apply", "2", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.grant", "2", "--documented", "true", "--reason", "r", "--as", "co1")
    }

    /// A joint result falls with a part of it that is annulled, and nothing of it is signed or documented any more.
    @Test func aJointResultFallsWithItsPart() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("B")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        try lab.ok("do", "assessment.key.create")
        try lab.ok("export", "result", "vest-h27/p1", "--as", "p1")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "3", "--against", "0", "--as", "co1")
        #expect(try lab.state("assessment.outcome", 1) == "withdrawn")
        #expect(lab.session.run("export", "result", "vest-h27/p1", "--as", "p1", now: AssessmentLab.exam).code == 65)
        #expect(try !lab.ok("report", "assessment.documentation", "--as", "co1").contains("hjemmeeksamen B"))
        // A later attempt makes a new decision.
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "mine", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p1")
        for (number, person) in [("3", "ex1"), ("4", "ex2")] {
            try lab.ok("do", "assessment.judgement.create", "--script", "2", "--assessor", person, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "D", "--as", person)
        }
        try lab.announce()
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        #expect(try lab.ok("report", "assessment.documentation", "--as", "p1").contains("hjemmeeksamen D"))
    }

    /// What is done runs no longer: a grade that was set before the exam closed, and a note that nobody who sat needs.
    @Test func whatIsDoneIsNotOverdue() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        let later = "2028-07-01T08:00:00Z"
        let rows = try lab.ok("report", "kernel.deadlines", "--output", "csv", "--as", "co1", at: later).split(whereSeparator: \.isNewline)
        for name in ["grading", "certificate"] {
            #expect(rows.contains { $0.contains(",\(name),") && $0.contains(",stopped,") }, "\(rows)")
        }
        #expect(rows.contains { $0.contains("outer-limit") && $0.contains("running") }, "\(rows)")
    }

    @Test func theAnswerIsInALanguageOfThePart() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      languages: [nb, nn]\n", "      languages: [nb]\n")
        }
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "mine", "--language", "en", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]).contains("§ 5-4"))
        try lab.ok("do", "assessment.script.update", "1", "--language", "nn", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]) == "done")
    }
}
