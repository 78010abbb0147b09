import Foundation
import Testing

/// A case that is not answered keeps the other complaints possible (UH-loven §§ 11-9, 11-10): their time counts from the answer.
@Suite struct UnansweredCaseTests {
    /// The grade arrives on 16 May 2028, so that the three weeks end on Tuesday 6 June.
    private func graded() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "the clock", "--as", "p1")
        try lab.ok("do", "assessment.reasons.create", "--result", "1", "--as", "p1")
        return lab
    }

    private func explained(_ name: String, _ lab: AssessmentLab, at now: String) throws -> String {
        try lab.ok("explain", "deadline", "assessment.result", "1", name, "--lang", "en", "--as", "p1", at: now)
    }

    private let late = "2028-06-20T08:00:00Z"

    @Test func withoutAQuestionTheTimeRunsOut() throws {
        let lab = try graded()
        #expect(try explained("grade-complaint", lab, at: late).contains("ends on Tuesday 6 June 2028"))
        #expect(lab.refused(["assessment.grade-complaint.make", "1", "--as", "p1"], at: late).hasPrefix("77"))
        #expect(lab.refused(["assessment.formal-complaint.make", "1", "--as", "p1"], at: late).hasPrefix("77"))
    }

    @Test func reasonsThatWereAskedForKeepBothComplaintsOpen() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.reasons.ask", "1", "--as", "p1", at: "2028-05-22T08:00:00Z")
        for name in ["grade-complaint", "formal-complaint"] {
            let text = try explained(name, lab, at: late)
            #expect(text.contains("stays open until a case is decided"), "\(text)")
            #expect(text.contains("Kept open by reasons.asked: since Monday 22 May 2028"), "\(text)")
        }
        let listed = try lab.ok("report", "kernel.deadlines", "--output", "csv", "--lang", "en", "--as", "p1", at: late)
        let line = listed.split(whereSeparator: \.isNewline).first { $0.contains(",grade-complaint,") }
        #expect(line?.contains(",2029-05-16T22:00:00Z,running,") == true, "\(listed)")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1", at: late)
        // Not after the outer limit, whatever is unanswered.
        #expect(lab.refused(["assessment.formal-complaint.make", "1", "--as", "p1"], at: "2029-05-17T08:00:00Z").hasPrefix("77"))
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1", at: late)
    }

    /// Once they are given the three weeks count from that.
    @Test func theAnswerSetsTheTimeOff() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.reasons.ask", "1", "--as", "p1", at: "2028-05-22T08:00:00Z")
        try lab.ok(
            "do", "assessment.reasons.give", "1", "--principles", "p", "--assessment", "a", "--as", "ex1", at: "2028-06-20T08:00:00Z")
        try lab.ok("do", "kernel.notice.deliver", "--notice", "2", "--channel", "portal", at: late)
        #expect(try explained("grade-complaint", lab, at: late).contains("ends on Tuesday 11 July 2028"))
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1", at: "2028-07-11T08:00:00Z")
    }

    /// A formal complaint keeps the grade complaint open until it is answered; each of several does.
    @Test func aFormalComplaintKeepsTheGradeComplaintOpen() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "the room", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1", at: "2028-06-06T08:00:00Z")
        try lab.ok("do", "assessment.formal-complaint.make", "2", "--as", "p1", at: "2028-06-06T09:00:00Z")
        try lab.ok("do", "assessment.formal-complaint.reject", "1", "--answer", "no", "--as", "co1", at: "2028-06-07T08:00:00Z")
        try lab.ok("do", "kernel.notice.deliver", "--notice", "2", "--channel", "portal", at: "2028-06-07T08:00:00Z")
        try lab.ok("do", "assessment.formal-complaint.board-rejects", "1", "--answer", "no", "--as", "co1", at: "2028-06-08T08:00:00Z")
        try lab.ok("do", "kernel.notice.deliver", "--notice", "3", "--channel", "portal", at: "2028-06-08T08:00:00Z")
        let text = try explained("grade-complaint", lab, at: "2028-07-20T08:00:00Z")
        #expect(text.contains("Kept open by formal-complaint.made: since Tuesday 6 June 2028"), "\(text)")
        // The first is final: nothing of it keeps anything open.
        #expect(text.components(separatedBy: "Kept open").count == 2, "\(text)")
        try lab.ok("do", "assessment.formal-complaint.drop", "2", "--as", "p1", at: "2028-07-20T08:00:00Z")
        // Withdrawn it is as if it had not been made: the time counts from the last answer, and has run out.
        #expect(try explained("grade-complaint", lab, at: late).contains("ends on Thursday 29 June 2028"))
    }

    /// A complaint about the grade keeps the formal one open until it is decided.
    @Test func aGradeComplaintKeepsTheFormalOneOpen() throws {
        let lab = try graded()
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1", at: "2028-06-06T08:00:00Z")
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1", at: "2028-08-01T08:00:00Z")
    }
}
