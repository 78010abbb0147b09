import Kernel
import Testing

/// Two grades apart the case is assessed again, by examiners who had nothing to do with it, and nobody knows the grade before (UH-loven § 11-11(3)).
@Suite struct RenewedAssessmentTests {
    private func apart() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.complain()
        try lab.regrade("B")
        return lab
    }

    @Test func whatTheAppealExaminersSetIsSealed() throws {
        let lab = try apart()
        #expect(try lab.state("assessment.grade-complaint", 1) == "renewed")
        for person in ["p1", "co1"] {
            let complaint = try lab.ok("show", "assessment.grade-complaint", "1", "--output", "json", "--as", person)
            #expect(!complaint.contains("\"B\"") && !complaint.contains("steps"), "\(complaint)")
        }
        try lab.renew("C")
        let pending = try lab.ok("show", "assessment.grade-complaint", "1", "--output", "json", "--as", "p1")
        #expect(!pending.contains("\"C\""), "\(pending)")
        try lab.ok("do", "assessment.grade-complaint.decide", "1", "--reason", "a third reading", "--as", "co1")
        let decided = try lab.ok("show", "assessment.grade-complaint", "1", "--output", "json", "--as", "p1")
        #expect(decided.contains("\"C\"") && decided.contains("\"B\"") && decided.contains("\"steps\": 2"), "\(decided)")
    }

    @Test func newExaminersAssessItAgain() throws {
        let lab = try apart()
        let decide = ["assessment.grade-complaint.decide", "1", "--reason", "r", "--as", "co1"]
        let early = lab.refused(decide)
        #expect(early.hasPrefix("77") && early.contains("assessment/assessed-again") && early.contains("§ 11-11(3)"), "\(early)")
        // The coordinator sets no grade.
        #expect(lab.refused(decide + ["--grade", "A"]).hasPrefix("64"))
        for person in ["ex1", "ex3"] {
            let refused = lab.refused(["assessment.regrade.create", "--regrading", "2", "--assessor", person, "--as", "co1"])
            #expect(refused.contains("11-11(2)"), "\(refused)")
        }
        try lab.renew("A")
        #expect(lab.refused(decide) == "done")
        try lab.announce()
        let result = try lab.ok("show", "assessment.result", "2", "--as", "p1", "--output", "json")
        #expect(result.contains("\"grade\": \"A\"") && result.contains("appeal"), "\(result)")
        // Who did it is recorded.
        let told = try lab.ok("report", "assessment.protocol", "--as", "co1", "--output", "csv")
        #expect(told.contains("\"ex6 A, ex7 (ext) A\",A,Renewed assessment"), "\(told)")
    }

    /// A complaint that waits for a renewed assessment ends with the exam.
    @Test func itEndsWithTheExam() throws {
        let lab = try apart()
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "3", "--against", "0", "--as", "co1")
        #expect(try lab.state("assessment.grade-complaint", 1) == "dropped")
        #expect(try lab.state("assessment.regrading", 2) == "stopped")
    }
}
