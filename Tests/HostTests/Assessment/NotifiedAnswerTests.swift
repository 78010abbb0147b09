import Testing

/// The time to complain counts from when the letter about an answer arrived, not from when it was written.
///
/// Source: forvaltningsloven § 10(3) and § 63(1).
@Suite struct NotifiedAnswerTests {
    /// The grade arrives on 16 May 2028.
    private func graded() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "the clock", "--as", "p1")
        return lab
    }

    private func explained(_ name: String, _ lab: AssessmentLab, at now: String) throws -> String {
        try lab.ok("explain", "deadline", "assessment.result", "1", name, "--lang", "en", "--as", "p1", at: now)
    }

    private func deliver(_ notice: Int, _ lab: AssessmentLab, at now: String) throws {
        try lab.ok("do", "kernel.notice.deliver", "--notice", String(notice), "--channel", "portal", at: now)
    }

    @Test func reasonsCountFromTheirLetter() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.reasons.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.reasons.ask", "1", "--as", "p1", at: "2028-05-22T08:00:00Z")
        try lab.ok(
            "do", "assessment.reasons.give", "1", "--principles", "p", "--assessment", "a", "--as", "ex1", at: "2028-06-05T08:00:00Z")
        for name in ["grade-complaint", "formal-complaint"] {
            let text = try explained(name, lab, at: "2028-06-27T08:00:00Z")
            #expect(text.contains("stays open until a letter has arrived, and ends on Wednesday 16 May 2029"), "\(text)")
            #expect(text.contains("Kept open by reasons.announced: since Monday 5 June 2028"), "\(text)")
        }
        try deliver(2, lab, at: "2028-06-27T08:00:00Z")
        for name in ["grade-complaint", "formal-complaint"] {
            let text = try explained(name, lab, at: "2028-06-27T09:00:00Z")
            #expect(text.contains("ends on Tuesday 18 July 2028"), "\(text)")
            #expect(text.contains("Counts from reasons.notified: Tuesday 27 June 2028"), "\(text)")
        }
        #expect(lab.refused(["assessment.grade-complaint.make", "1", "--as", "p1"], at: "2028-07-19T08:00:00Z").hasPrefix("77"))
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1", at: "2028-07-18T08:00:00Z")
    }

    /// The letter that nobody recorded takes no time from her, but for the year.
    @Test func aLetterThatNeverArrivedTakesNothing() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.reasons.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.reasons.ask", "1", "--as", "p1", at: "2028-05-22T08:00:00Z")
        try lab.ok(
            "do", "assessment.reasons.give", "1", "--principles", "p", "--assessment", "a", "--as", "ex1", at: "2028-06-05T08:00:00Z")
        let make = ["assessment.grade-complaint.make", "1", "--as", "p1"]
        #expect(lab.refused(make, at: "2029-05-17T08:00:00Z").hasPrefix("77"))
        #expect(lab.refused(make, at: "2029-05-16T08:00:00Z") == "done")
    }

    @Test func theAnswerToAFormalComplaintCountsFromItsLetter() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1", at: "2028-06-06T08:00:00Z")
        try lab.ok("do", "assessment.formal-complaint.reject", "1", "--answer", "no", "--as", "co1", at: "2028-06-07T08:00:00Z")
        try deliver(2, lab, at: "2028-06-20T08:00:00Z")
        #expect(try explained("grade-complaint", lab, at: "2028-06-20T09:00:00Z").contains("ends on Tuesday 11 July 2028"))
        try lab.ok("do", "assessment.formal-complaint.board-rejects", "1", "--answer", "no", "--as", "co1", at: "2028-06-21T08:00:00Z")
        let text = try explained("grade-complaint", lab, at: "2028-08-01T08:00:00Z")
        #expect(text.contains("Kept open by formal.announced: since Wednesday 21 June 2028"), "\(text)")
        try deliver(3, lab, at: "2028-08-01T08:00:00Z")
        #expect(try explained("grade-complaint", lab, at: "2028-08-01T09:00:00Z").contains("ends on Tuesday 22 August 2028"))
    }

    @Test func theAnswerToAGradeComplaintCountsFromItsLetter() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        try lab.appealExaminers()
        try lab.regrade("C", at: "2028-06-07T08:00:00Z")
        #expect(try lab.state("assessment.grade-complaint", 1) == "answered")
        try deliver(2, lab, at: "2028-06-20T08:00:00Z")
        let text = try explained("formal-complaint", lab, at: "2028-06-20T09:00:00Z")
        #expect(text.contains("Counts from complaint.notified: Tuesday 20 June 2028"), "\(text)")
        #expect(text.contains("ends on Tuesday 11 July 2028"), "\(text)")
    }
}
