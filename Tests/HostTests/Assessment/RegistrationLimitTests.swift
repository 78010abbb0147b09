import Kernel
import Testing

/// One registers for an exam until the day that the institution's regulations say, or with a dispensation (UH-loven § 11-6(3)).
@Suite struct RegistrationLimitTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"
    private let register = ["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as"]

    private func dispensation(_ person: String) -> [String] {
        [
            "assessment.dispensation.create", "--enrolment", "vest-h27/\(person)", "--activity", "hjemmeeksamen", "--rule", "registration",
            "--reason", "The letter came late.", "--as", "co1",
        ]
    }

    @Test func afterTheLimitItIsRefused() throws {
        let lab = try AssessmentLab { session in
            try session.edit(Self.variant, "settings: {aids: all}", "settings: {registration-days: 14, aids: all}")
        }
        // It opens on 9 May.
        #expect(lab.refused(register + ["p1"], at: "2028-04-25T20:00:00Z") == "done")
        let late = "2028-04-26T08:00:00Z"
        let refused = lab.refused(register + ["p2"], at: late)
        #expect(refused.hasPrefix("77") && refused.contains("the last day to register was 2028-04-25"), "\(refused)")
        #expect(refused.contains("§ 11-6(3)") && refused.contains("assessment.dispensation.create"), "\(refused)")
        #expect(
            lab.refused(register.dropLast() + ["--enrolment", "vest-h27/p2", "--as", "co1"], at: late).contains("last day to register"))
        #expect(lab.refused(dispensation("p2"), at: late) == "done")
        #expect(lab.refused(register + ["p2"], at: late) == "done")
        let rows = try lab.ok("report", "assessment.eligibility", "--offering", "vest-h27", "--output", "csv", "--as", "co1", at: late)
        #expect(rows.contains("The letter came late."), "\(rows)")
    }

    @Test func nobodyRegistersForAnExamThatIsOver() throws {
        let lab = try AssessmentLab()
        let over = "2028-05-24T08:00:00Z"
        #expect(lab.refused(register + ["p1"], at: over).contains("the last day to register was 2028-05-23, when the exam ended"))
        // Who has more time has not come too late.
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "vest-h27/p2", "--activity", "hjemmeeksamen", "--until", "2028-06-10",
            "--reason",
            "ill", "--as", "co1")
        #expect(lab.refused(register + ["p2"], at: over) == "done")
        #expect(lab.refused(dispensation("p1"), at: over) == "done")
        #expect(lab.refused(register + ["p1"], at: over) == "done")
    }
}
