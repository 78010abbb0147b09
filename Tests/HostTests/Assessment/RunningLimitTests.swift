import Kernel
import Testing

/// A limit is shown as running only where it runs for somebody.
@Suite struct RunningLimitTests {
    private func limits(_ lab: AssessmentLab, at now: String = AssessmentLab.exam) throws -> [Substring] {
        try lab.ok("report", "kernel.deadlines", "--output", "csv", "--as", "co1", at: now).split(whereSeparator: \.isNewline)
    }

    @Test func nobodyGradesADraft() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "my answer", "--as", "p1")
        let drafted = try limits(lab)
        #expect(!drafted.contains { $0.contains(",grading,") }, "\(drafted)")
        let told = try lab.ok("explain", "deadline", "assessment.script", "1", "--as", "co1")
        #expect(told.contains("does not run yet") && told.contains("script.delivered"), "\(told)")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        #expect(try limits(lab).contains { $0.contains(",grading,") && $0.contains(",running,") && $0.contains("2028-06-15") })
    }

    @Test func anOralHasNoComplaintAboutTheGrade() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "form: written-home", "form: oral")
        }
        try lab.adoptGuide()
        for (person, external) in [("ex1", "false"), ("ex2", "true")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--as", "co1")
        try lab.ok("do", "assessment.script.hold", "1", "--as", "co1")
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            try lab.ok("do", "assessment.judgement.create", "--script", "1", "--assessor", person, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
        }
        try lab.grade("C")
        let rows = try limits(lab)
        #expect(!rows.contains { $0.contains(",grade-complaint,") }, "\(rows)")
        #expect(rows.contains { $0.contains(",formal-complaint,") && $0.contains(",running,") }, "\(rows)")
        let told = try lab.ok("explain", "deadline", "assessment.result", "1", "grade-complaint", "--as", "p1")
        #expect(told.contains("never runs") && told.contains("leaves nothing to mark again (UH-loven § 11-10)"), "\(told)")
        let nynorsk = try lab.ok("explain", "deadline", "assessment.result", "1", "grade-complaint", "--as", "p1", "--lang", "nn")
        #expect(nynorsk.contains("går aldri") && nynorsk.contains("UH-lova § 11-10"), "\(nynorsk)")
    }
}
