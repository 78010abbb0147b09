import Kernel
import Testing

/// Required work that was approved after the limit counts where the answer was late and not the work, or with a dispensation (UH-loven § 11-4).
@Suite struct LateApprovalTests {
    private let approval = "2027-12-01T08:00:00Z"
    private let exam = "2027-12-09T08:00:00Z"

    /// Both hand in, in time and late by an extension, and both are approved after the limit, 24 November.
    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\nhandel-h27,p1,participant\nhandel-h27,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        try lab.session.put("id,given_name,family_name,organisation,role\nco2,Nils,Vik,handel,coordinator\n", "co2.csv")
        try lab.ok("people", "import", "co2.csv")
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "handel-h27/p2", "--activity", "laereplannotat", "--until", "2027-11-25",
            "--reason", "ill", at: "2027-11-01T08:00:00Z")
        for (number, person, day) in [("1", "p1", "2027-11-02T08:00:00Z"), ("2", "p2", "2027-11-20T08:00:00Z")] {
            try lab.ok(
                "do", "assessment.work.create", "--activity", "handel-h27/laereplannotat", "--enrolment", "handel-h27/\(person)", "--text",
                "note", "--as", person, at: day)
            try lab.ok("do", "assessment.work.deliver", number, "--as", person, at: day)
        }
        for number in ["1", "2"] { try lab.ok("do", "assessment.work.approve", number, at: approval) }
        try lab.ok(
            "do", "assessment.guide.create", "--offering", "handel-h27", "--activity", "handel-h27/praksisfortelling", "--text", "g",
            at: approval)
        try lab.ok("do", "assessment.guide.adopt", "1", at: approval)
        for person in ["p1", "p2"] {
            try lab.ok(
                "do", "assessment.candidate.create", "--activity", "handel-h27/praksisfortelling", "--as", person, at: approval)
        }
        return lab
    }

    private func row(_ lab: AssessmentLab, _ person: String) throws -> String {
        let report = try lab.ok(
            "report", "assessment.eligibility", "--offering", "handel-h27", "--activity", "praksisfortelling", "--output", "csv", "--as",
            "co2", at: exam)
        return report.split(whereSeparator: \.isNewline).map(String.init).first { $0.contains(",\(person),") } ?? report
    }

    @Test func aLateAnswerIsNotTheParticipants() throws {
        let lab = try lab()
        #expect(lab.refused(["assessment.candidate.begin", "1", "--as", "p1"], at: exam) == "done")
        let own = try row(lab, "p1")
        #expect(own.contains(",yes,") && own.contains("the answer was due on 2027-11-16, so it counts"), "\(own)")
        let refused = lab.refused(["assessment.candidate.begin", "2", "--as", "p2"], at: exam)
        #expect(
            refused.hasPrefix("77") && refused.contains("approved after the limit 2027-11-24") && refused.contains("dispensation"),
            "\(refused)")
        let other = try row(lab, "p2")
        #expect(other.contains(",no,") && other.contains("the coordinator may give a dispensation"), "\(other)")
    }

    @Test func theCoordinatorGivesADispensation() throws {
        let lab = try lab()
        let words = [
            "assessment.dispensation.create", "--enrolment", "handel-h27/p2", "--activity", "handel-h27/praksisfortelling", "--rule",
            "lead-time",
        ]
        #expect(lab.refused(words + ["--reason", "mine", "--as", "p2"], at: exam).hasPrefix("77"))
        #expect(!lab.refused(words + ["--as", "co2"], at: exam).hasPrefix("done"))
        #expect(lab.refused(words + ["--reason", "She was ill.", "--as", "co2"], at: exam) == "done")
        #expect(lab.refused(["assessment.candidate.begin", "2", "--as", "p2"], at: exam) == "done")
        let own = try row(lab, "p2")
        #expect(own.contains(",yes,") && own.contains("She was ill."), "\(own)")
        // She is told, and the other is not.
        let letters = try lab.ok("report", "kernel.notices", "--output", "csv", at: exam)
        #expect(letters.contains("dispensation"), "\(letters)")
        #expect(try !lab.ok("list", "assessment.dispensation", "--as", "p1", at: exam).contains("She was ill."))
    }
}
