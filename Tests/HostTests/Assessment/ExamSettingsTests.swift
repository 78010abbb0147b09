import Kernel
import Testing

/// An exam may set its own numbers, within what the law allows; the institution's own hold for the others.
@Suite struct ExamSettingsTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"

    private func lab(_ settings: String) throws -> AssessmentLab {
        try AssessmentLab { try $0.edit(Self.variant, "settings: {aids: all}", "settings: {\(settings), aids: all}") }
    }

    @Test func fewerDaysToGrade() throws {
        let lab = try lab("grading-days: 10")
        try lab.prepare()
        let told = try lab.ok("explain", "deadline", "assessment.script", "1", "--as", "co1")
        #expect(told.contains("ends on Thursday 8 June 2028") && told.contains("10 working days"), "\(told)")
    }

    @Test func notMoreThanTheLawAllows() throws {
        let lab = try AssessmentLab()
        try lab.session.edit(Self.variant, "settings: {aids: all}", "settings: {grading-days: 16, aids: all}")
        let answer = lab.session.run(["check"], now: AssessmentLab.exam)
        #expect(answer.code == 1 && (answer.out + answer.err).contains("15"), "\(answer)")
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
