import Testing

/// Required work is annulled for cheating by the board alone (UH-loven §§ 12-4, 14-1).
@Suite struct WorkSuspicionTests {
    /// `oppdrag-h27` with approved work of `p1`.
    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\noppdrag-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        let now = "2027-09-01T08:00:00Z"
        try lab.ok("do", "assessment.work.create", "--activity", "oppdrag-h27/problemstilling", "--text", "mine", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work.deliver", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work.approve", "1", at: now)
        return lab
    }

    @Test func onlyTheBoardAnnuls() throws {
        let lab = try lab()
        let alone = lab.refused(["assessment.work.annul", "1", "--comment", "copied"])
        #expect(alone.hasPrefix("77") && alone.contains("assessment/may-annul") && alone.contains("§ 12-4"), "\(alone)")
        try lab.ok("do", "assessment.work-suspicion.create", "--work", "1", "--suspicion", "the same text as another's")
        try lab.ok("do", "assessment.work-suspicion.notify", "1")
        try lab.ok("do", "assessment.work-suspicion.state", "1", "--statement", "it is mine", "--as", "p1")
        try lab.ok("do", "assessment.work-suspicion.send", "1")
        let few = lab.refused(["assessment.work-suspicion.annul", "1", "--reason", "x", "--for", "2", "--against", "0"])
        #expect(few.contains("assessment/voted"), "\(few)")
        #expect(try lab.state("assessment.work", 1) == "approved")
        try lab.ok("do", "assessment.work-suspicion.annul", "1", "--reason", "copied", "--for", "4", "--against", "1")
        #expect(try lab.state("assessment.work", 1) == "not-approved")
    }

    @Test func whoeverIsExcludedForItSitsNoExam() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.work-suspicion.create", "--work", "1", "--suspicion", "copied")
        try lab.ok("do", "assessment.work-suspicion.notify", "1")
        try lab.ok("do", "assessment.work-suspicion.send", "1")
        let words = [
            "assessment.work-suspicion.exclude", "1", "--reason", "grave", "--from", "2028-05-16", "--until", "2029-04-30", "--grave",
            "false",
        ]
        #expect(lab.refused(words + ["--for", "3", "--against", "2"]).contains("assessment/two-thirds"))
        try lab.ok(
            "do", "assessment.work-suspicion.exclude", "1", "--reason", "grave", "--from", "2028-05-16", "--until", "2029-04-30", "--grave",
            "false", "--for", "4", "--against", "1")
        let refused = lab.refused(["assessment.candidate.create", "--activity", "vest-h27/hjemmeeksamen", "--as", "p1"])
        #expect(refused.contains("2029-04-30") && refused.contains("§ 12-4"), "\(refused)")
        #expect(try lab.ok("report", "assessment.eligibility").contains("2029-04-30"))
    }
}
