import Testing

/// The pool says how many scripts an examiner takes in the offering: done or not, by lot or named by hand, at first or anew.
@Suite struct ExaminerCapacityTests {
    /// One script is with `ex1` and `ex2`, who take no more; another has been handed in.
    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        for number in ["1", "2"] {
            try lab.ok("do", "assessment.pool-member.update", number, "--capacity", "1", "--as", "co1")
        }
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "another answer", "--as", "p2")
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p2")
        return lab
    }

    private let byHand = ["assessment.judgement.create", "--script", "2", "--assessor", "ex1", "--as", "co1"]
    private let byLot = ["assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1"]

    @Test func workThatIsDoneCountsToo() throws {
        let lab = try lab()
        #expect(lab.refused(byHand).contains("already has 1 of at most 1 scripts in 'vest-h27'"), "\(lab.refused(byHand))")
        #expect(lab.refused(byLot).contains("too few examiners are impartial or have room for script 2"), "\(lab.refused(byLot))")
        try lab.grade("C")
        #expect(lab.refused(byHand).hasPrefix("77"))
        #expect(lab.refused(byLot).hasPrefix("77"))
        for number in ["1", "2"] {
            try lab.ok("do", "assessment.pool-member.update", number, "--capacity", "2", "--as", "co1")
        }
        #expect(lab.refused(byLot) == "done")
    }

    @Test func whoeverStepsAsideHasRoomAgain() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.judgement.step-aside", "1", "--reason", "r", "--as", "ex1")
        #expect(lab.refused(byHand) == "done")
    }

    @Test func complaintsCount() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        try lab.ok(
            "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex4", "--external", "true", "--capacity", "0",
            "--as", "co1")
        let named = ["assessment.regrade.create", "--regrading", "1", "--assessor", "ex4", "--as", "co1"]
        #expect(lab.refused(named).contains("already has 0 of at most 0 scripts"))
        try lab.ok("do", "assessment.pool-member.update", "3", "--capacity", "1", "--as", "co1")
        #expect(lab.refused(named) == "done")
        // What is withdrawn before she has judged it is no work.
        try lab.ok("do", "assessment.grade-complaint.drop", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "2", "--as", "p1")
        #expect(lab.refused(["assessment.regrade.create", "--regrading", "2", "--assessor", "ex4", "--as", "co1"]) == "done")
    }
}
