import Kernel
import KernelTesting
import Testing

/// Offerings of one course have activities of the same names: what is said of one offering is looked for there, and nowhere else.
@Suite struct SameActivityTests {
    private func twoOfferings() throws -> AssessmentLab {
        try AssessmentLab { session in
            try session.put(
                """
                offering: vest-v28
                title: {nb: "Vest, våren 2028", nn: "Vest, våren 2028", en: "Vest, spring 2028"}
                variant: vest-plf-2027
                release: follow
                start: 2028-01-11

                """, "Config/institutions/vest/offerings/vest-v28.yaml")
        }
    }

    /// The offerings of the activities that guides are for, in the order in which these were made.
    private func offerings(_ lab: AssessmentLab) throws -> [String] {
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { db in
            try TestRows.strings(
                "SELECT a.offering FROM assessment_guide g JOIN kernel_activity a ON a.key = g.activity ORDER BY g._id", in: db)
        }
    }

    @Test func theOfferingThatIsNamedIsTheOne() throws {
        let lab = try twoOfferings()
        try lab.adoptGuide()
        try lab.ok(
            "do", "assessment.guide.create", "--offering", "vest-v28", "--activity", "hjemmeeksamen", "--text", "guide", "--as", "co1")
        #expect(try offerings(lab) == ["vest-h27", "vest-v28"])
        try lab.ok("do", "assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1")
    }

    @Test func anActivityOfAnotherOfferingIsNone() throws {
        let lab = try twoOfferings()
        let answer = lab.refused([
            "assessment.guide.create", "--offering", "vest-h27", "--activity", "vest-v28/hjemmeeksamen", "--text", "guide", "--as", "co1",
        ])
        #expect(answer.hasPrefix("65"), "\(answer)")
    }
}
