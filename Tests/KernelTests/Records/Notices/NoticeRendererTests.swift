import Testing

@testable import Kernel

@Suite struct NoticeRendererTests {
    private func body(_ text: String, closes: NoticeValue) throws -> String {
        let file = SourceFile(id: .init(0), path: "texts/open.en.md", bytes: Array(text.utf8))
        let template = try #require(NoticeTemplate.read(file).template)
        return try NoticeRenderer(language: .en, zone: TimeZoneRules.load("Europe/Oslo")).render(
            template, name: "open", for: .person(1)
        ) { path, _ in path == "closes" ? closes : .text("x") }.body
    }

    /// What follows `{{?closes}}` on its line is said where there is a value, and otherwise left out.
    @Test func whatIsSaidOfAValueGoesWithoutIt() throws {
        let day = try Day("2028-01-20")
        let within = "# Open\n\nIt is open. {{?closes}}Until {{date:closes}}, {{name}}.\n\nBye.\n"
        #expect(try body(within, closes: .day(day)) == "It is open. Until \(DateText.day(day)(.en)), x.\n\nBye.\n")
        #expect(try body(within, closes: .empty) == "It is open.\n\nBye.\n")
        let alone = "# Open\n\nIt is open.\n\n{{?closes}}Until {{date:closes}}, {{name}}.\n\nBye.\n"
        #expect(try body(alone, closes: .day(day)) == "It is open.\n\nUntil \(DateText.day(day)(.en)), x.\n\nBye.\n")
        #expect(try body(alone, closes: .empty) == "It is open.\n\nBye.\n")
    }

    /// The mark is one of its own, and no way to write a value.
    @Test func theMarkIsReadAsSuch() throws {
        func places(_ text: String) -> [String] {
            let file = SourceFile(id: .init(0), path: "texts/open.en.md", bytes: Array(text.utf8))
            return NoticeTemplate.read(file).diagnostics.map(\.id)
        }
        #expect(places("# Open\n\n{{?}} x\n") == ["notice/not-a-path"])
        #expect(places("# Open\n\n{{?:closes}} x\n") == ["notice/not-a-path"])
        #expect(places("# Open\n\n{{given:closes}} x\n") == ["notice/unknown-format"])
        #expect(places("# Open\n\n{{plain:closes}} x\n") == ["notice/unknown-format"])
        #expect(places("# Open\n\n{{ ? closes }} x\n").isEmpty)
    }
}
