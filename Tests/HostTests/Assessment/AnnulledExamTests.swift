import Kernel
import Testing

/// What has been annulled is never announced, fixed or appealed, and one result is graded anew once at a time.
@Suite struct AnnulledExamTests {
    private func annul(_ lab: AssessmentLab) throws {
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "5", "--against", "0", "--as", "co1")
    }

    @Test func annulmentEndsWhatIsOpen() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.complain()
        try lab.ok("do", "assessment.regrade.declare", "1", "--as", "ex3")
        try annul(lab)
        #expect(try lab.state("assessment.regrading", 1) == "stopped")
        #expect(try lab.state("assessment.grade-complaint", 1) == "dropped")
        #expect(lab.refused(["assessment.regrade.seal", "1", "--grade", "C", "--as", "ex3"]) != "done")
        try lab.announce()
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        #expect(try !lab.ok("report", "assessment.documentation", "--as", "co1").contains("hjemmeeksamen C"))
    }

    @Test func noComplaintAboutWhatIsAnnulled() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--grounds", "g", "--as", "p1")
        try annul(lab)
        #expect(lab.refused(["assessment.grade-complaint.make", "1", "--as", "p1"]) != "done")
    }

    @Test func aDecidedResultOfAnAnnulledExamIsNotAnnounced() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "C", "--as", "ex1")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "C", "--as", "ex2")
        try annul(lab)
        #expect(try lab.state("assessment.result", 1) == "annulled")
        try lab.announce()
        #expect(try lab.state("assessment.result", 1) == "annulled")
    }

    @Test func oneNewGradingAtATime() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--grounds", "g", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "g", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1")
        let uphold = ["assessment.formal-complaint.uphold", "1", "--answer", "a", "--remedy", "regrade", "--as", "co1"]
        #expect(lab.refused(uphold).hasPrefix("77"))
        // A complaint that is withdrawn stops its grading, and leaves room for the other.
        try lab.ok("do", "assessment.grade-complaint.drop", "1", "--as", "p1")
        #expect(try lab.state("assessment.regrading", 1) == "stopped")
        #expect(lab.refused(uphold) == "done")
    }

    @Test func agreementIsNotSaidWhereThereWasNone() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "A", "--as", "ex1")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "B", "--as", "ex2")
        let decide = ["assessment.decision.create", "--script", "1", "--as", "co1"]
        #expect(lab.refused(decide + ["--grade", "B", "--way", "agreement"]).hasPrefix("77"))
        #expect(lab.refused(decide + ["--grade", "E"]).hasPrefix("77"))
        #expect(lab.refused(decide + ["--grade", "E", "--reason", "both had overlooked it"]) == "done")
    }
}
