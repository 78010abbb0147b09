import Kernel
import Testing

/// The examiners' protocol says what happened to a grade after it was set, and nothing that is sealed.
@Suite struct ProtocolAftermathTests {
    private let later = "2028-05-22T08:00:00Z"

    private func protocolLines(_ lab: AssessmentLab, language: String = "en") throws -> [String] {
        try lab.ok("report", "assessment.protocol", "--as", "co1", "--output", "csv", "--lang", language).split(whereSeparator: \.isNewline)
            .map(String.init)
    }

    @Test func aComplaintIsToldDayByDay() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.complain()
        try lab.ok("do", "assessment.regrade.declare", "1", "--as", "ex3")
        try lab.ok("do", "assessment.regrade.seal", "1", "--grade", "C", "--as", "ex3")
        let sealed = try protocolLines(lab).joined(separator: "\n")
        for word in ["Reasons asked for", "Reasons given", "Complaint about the grade", "2028-05-16"] {
            #expect(sealed.contains(word), "\(word): \(sealed)")
        }
        #expect(!sealed.contains("ex3 C") && !sealed.contains("New grading"), "\(sealed)")
        try lab.ok("do", "assessment.regrade.declare", "2", "--as", "ex4", at: later)
        try lab.ok("do", "assessment.regrade.seal", "2", "--grade", "C", "--as", "ex4", at: later)
        try lab.announce(at: later)
        let told = try protocolLines(lab)
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains("\"ex3 C, ex4 (ext) C\",C,New grading") }, "\(told)")
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains("Complaint decided") }, "\(told)")
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains("Grade replaced by a new decision") }, "\(told)")
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains(",C,Grade announced") }, "\(told)")
        // The complaint, the question and the reasons themselves are the candidate's own.
        #expect(!told.joined().contains("secret"), "\(told)")
        for (language, words) in [("nb", "Klagen avgjort"), ("nn", "Klaga avgjord")] {
            #expect(try protocolLines(lab, language: language).joined().contains(words))
        }
        #expect(lab.session.run("report", "assessment.protocol", "--as", "ex3", now: later).code == 77)
    }

    /// What happens at one instant is told in the order in which it was done.
    @Test func oneInstantIsToldInOrder() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.complain()
        try lab.regrade("C")
        try lab.announce()
        let told = try protocolLines(lab).joined(separator: "\n")
        var rest = told[...]
        for step in [
            ",D,Grade announced", "Reasons asked for", "Reasons given", "Complaint about the grade", "New grading", "Complaint decided",
            ",C,Grade announced", "Grade replaced by a new decision",
        ] {
            let found = try #require(rest.firstRange(of: step), "\(step): \(told)")
            rest = rest[found.upperBound...]
        }
    }

    @Test func anAnnulledExamIsTold() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("B")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "3", "--against", "0", "--as", "co1", at: later)
        let told = try protocolLines(lab)
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains("Exam annulled,UH-loven § 12-4") }, "\(told)")
        #expect(told.contains { $0.contains("2028-05-22") && $0.contains("Grade annulled") }, "\(told)")
    }
}
