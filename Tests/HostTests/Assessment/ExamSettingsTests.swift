import Kernel
import Testing

/// An exam may set its own numbers, within what the law allows; the institution's own hold for the others.
@Suite struct ExamSettingsTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"

    private func lab(_ settings: String) throws -> AssessmentLab {
        try AssessmentLab { try $0.edit(Self.variant, "settings: {aids: all}", "settings: {\(settings), aids: all}") }
    }

    @Test func anotherLastDayToWithdraw() throws {
        let lab = try lab("withdrawal-days: 7")
        for person in ["p1", "p2"] { try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person) }
        #expect(lab.refused(["assessment.candidate.withdraw", "1", "--as", "p1"], at: "2028-05-02T08:00:00Z") == "done")
        let late = lab.refused(["assessment.candidate.withdraw", "2", "--as", "p2"], at: "2028-05-03T08:00:00Z")
        #expect(late.contains("was 2028-05-02"), "\(late)")
    }

    @Test func aLanguageThatIsChosenForGood() throws {
        let lab = try lab("binding-language: true")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--language", "nb", "--as", "p1")
        #expect(lab.refused(["assessment.candidate.update", "1", "--language", "nn", "--as", "p1"]).contains("§ 5-1"))
    }
}
