import Kernel
import Testing

/// Measures that are granted have their effect, and lists of limits say nothing that is not so.
@Suite struct SpecialCaseTests {
    @Test func extraTimeMovesTheLimit() throws {
        let lab = try AssessmentLab()
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
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "mine", "--language", "en", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]).contains("§ 5-4"))
        try lab.ok("do", "assessment.script.update", "1", "--language", "nn", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]) == "done")
    }
}
