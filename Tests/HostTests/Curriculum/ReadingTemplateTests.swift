import Kernel
import Testing

/// Templates for a staff's reading of one plan: the one that comes with the module, and those that a school adds in YAML.
@Suite struct ReadingTemplateTests {
    private let lab: RuntimeLab

    init() throws {
        lab = try SchoolLab().lab
        try lab.session.edit(
            "Config/kjerne.yaml", "  curriculum: ^1.0\n",
            """
              curriculum:
                version: ^1.0
                settings:
                  processes:
                    two-meetings:
                      - {week: 1, form: individual, level: formal, what: {nb: Les., nn: Les., en: Read.}}
                      - {week: 3, form: plenary, level: operational, what: {nb: Bestem., nn: Avgjer., en: Decide.}}

            """)
        try lab.ok("apply", "--yes")
    }

    private func begin() throws -> String {
        try lab.make("curriculum.reading.create", "--group", "heimen", "--title", "Norsk", "--starts", "2027-09-27", by: "r1")
    }

    /// - Returns: the lines of the steps.
    private func layOut(_ words: String...) throws -> [String] {
        let id = try begin()
        try lab.ok(["do", "curriculum.lay-out-reading", id, "--as", "r1"] + words)
        let all = try lab.ok("list", "curriculum.reading-step", "--reading", id, "--output", "csv", "--as", "s05")
        return all.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    @Test func aSchoolHasItsOwnBesideTheOneThatIsThere() throws {
        let own = try layOut("--template", "two-meetings")
        try #require(own.count == 2)
        #expect(own[0].contains("2027-10-03") && own[1].contains("2027-10-17"), "\(own)")
        #expect(own[1].contains("plenary,operational,Decide."), "\(own)")
        #expect(try layOut().count == 7)
        let unknown = lab.act("curriculum.lay-out-reading", try begin(), "--template", "three-meetings", by: "r1")
        #expect(unknown.code != 0 && unknown.err.contains("two-meetings") && unknown.err.contains("one-plan-six-weeks"), "\(unknown)")
    }

    /// A template that is no row of steps is a fault of the workspace, with its place.
    @Test func aTemplateOfTheWrongShapeIsAFault() throws {
        try lab.session.edit("Config/kjerne.yaml", "week: 3", "week: third")
        let check = lab.session.run("check")
        #expect(check.code == 1 && check.out.contains("Config/kjerne.yaml") && check.out.contains("week"), "\(check)")
    }
}
