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

    @Test func theOfferingThatIsNamedIsTheOne() throws {
        let lab = try twoOfferings()
        try lab.adoptGuide()
        try lab.ok(
            "do", "assessment.guide.create", "--offering", "vest-v28", "--activity", "hjemmeeksamen", "--text", "guide", "--as", "co1")
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
