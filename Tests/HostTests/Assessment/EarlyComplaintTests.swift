import Testing

/// Formal errors in how an exam is set up can be complained of before there is a grade.
@Suite struct EarlyComplaintTests {
    /// A candidate with a script, and a complaint that is not yet made.
    private func lab(known: String) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok(
            "do", "assessment.exam-complaint.create", "--candidate", "1", "--known", known, "--grounds", "the paper lacked a page", "--as",
            "p1")
        return lab
    }

    @Test func theTimeCountsFromWhenSheKnew() throws {
        let lab = try lab(known: "2028-05-10")
        let explained = try lab.ok("explain", "deadline", "assessment.exam-complaint", "1")
        #expect(explained.contains("Counts from known: Wednesday 10 May 2028") && explained.contains("31 May 2028"), "\(explained)")
        #expect(explained.contains("UH-loven § 11-9"), "\(explained)")
        let late = lab.refused(["assessment.exam-complaint.make", "1", "--as", "p1"], at: "2028-06-02T08:00:00Z")
        #expect(late.hasPrefix("77"), "\(late)")
        try lab.ok("do", "assessment.exam-complaint.make", "1", "--as", "p1")
        // When she should have known is for the institution to settle, with an answer that can go to the board.
        try lab.ok("do", "assessment.exam-complaint.date", "1", "--should-have-known", "2028-04-03", "--as", "co1")
        #expect(try lab.ok("explain", "deadline", "assessment.exam-complaint", "1").contains("Counts from should-have-known"))
        try lab.ok("do", "assessment.exam-complaint.reject", "1", "--answer", "the page was there", "--as", "co1")
        #expect(try lab.state("assessment.exam-complaint", 1) == "board")
    }

    @Test func aDayAheadIsNoDayOnWhichSheKnew() throws {
        let lab = try lab(known: "2028-05-20")
        #expect(lab.refused(["assessment.exam-complaint.make", "1", "--as", "p1"]).contains("assessment/no-grade-yet"))
    }

    /// A new exam before new examiners, without using an attempt, and nothing of the old one goes on.
    @Test func anUpheldComplaintGivesANewExam() throws {
        let lab = try lab(known: "2028-05-10")
        try lab.ok("do", "assessment.exam-complaint.make", "1", "--as", "p1")
        #expect(lab.refused(["assessment.candidate.annul", "1", "--reason", "x", "--as", "co1"]).contains("assessment/may-annul"))
        try lab.ok("do", "assessment.exam-complaint.uphold", "1", "--answer", "a page was missing", "--remedy", "new-exam", "--as", "co1")
        #expect(try lab.state("assessment.candidate", 1) == "annulled")
        #expect(try lab.state("assessment.candidate", 2) == "registered")
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "once more", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p1")
        let same = lab.refused(["assessment.judgement.create", "--script", "2", "--assessor", "ex1", "--as", "co1"])
        #expect(same.contains("new examiners"), "\(same)")
        // The examiners of the spoilt exam judge it no more, and nobody gets a grade of it.
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            let refused = lab.refused(["assessment.judgement.seal", number, "--grade", "B", "--as", person])
            #expect(refused.hasPrefix("77") && refused.contains("Lapsed with the exam"), "\(refused)")
        }
        #expect(lab.session.run("show", "assessment.result", "1", now: AssessmentLab.exam).code != 0)
    }

    @Test func afterTheGradeTheResultIsComplainedOf() throws {
        let lab = try lab(known: "2028-05-10")
        try lab.grade("B")
        let words = ["assessment.exam-complaint.create", "--candidate", "1", "--known", "2028-05-10", "--grounds", "x", "--as", "p1"]
        for refused in [lab.refused(["assessment.exam-complaint.make", "1", "--as", "p1"]), lab.refused(words)] {
            #expect(refused.contains("assessment/no-grade-yet") && refused.contains("formal-complaint"), "\(refused)")
        }
    }

    /// The candidate's case stays open while the complaint is, though a grade came in between.
    @Test func anOpenComplaintKeepsTheCaseOpen() throws {
        let lab = try lab(known: "2028-05-10")
        try lab.ok("do", "assessment.exam-complaint.make", "1", "--as", "p1")
        try lab.grade("F")
        #expect(try lab.state("assessment.candidate", 1) == "failed")
        #expect(lab.refused(["assessment.candidate.complete", "1", "--as", "co1"], at: "2030-01-01T08:00:00Z").contains("no-open-case"))
        try lab.ok("do", "assessment.exam-complaint.uphold", "1", "--answer", "yes", "--remedy", "new-exam", "--as", "co1")
        #expect(try lab.state("assessment.result", 1) == "annulled")
    }
}
