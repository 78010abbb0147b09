import Kernel
import Testing

/// Tables for people at a terminal.
@Suite struct TableRendererTests {
    @Test(arguments: [
        ("abc", 3), ("å", 1), ("a\u{30A}", 1), ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2), ("🇳🇴", 2), ("❤️", 2),
        ("😀", 2),
        ("", 0),
    ])
    func widthsAreThoseOfATerminal(_ text: String, _ width: Int) { #expect(TextWidth.of(text) == width) }

    @Test func wideTextsKeepColumnsStraight() {
        let table = Table(
            "t", title: Text(verbatim: "T"),
            columns: [.init("a", .text, Text(verbatim: "A")), .init("n", .integer, Text(verbatim: "N"))],
            rows: [[.text("日本"), .integer(1)], [.text("abcde"), .integer(100)], [.text("👩‍👩‍👧"), .suppressed]])
        let lines = TableRenderer(language: .en, plain: false, color: false).render(table).split(separator: "\n").prefix(4)
        #expect(Set(lines.map { TextWidth.of(String($0)) }).count == 1, "\(lines)")
    }

    @Test func nothingSteersTheTerminal() {
        let text = TableRenderer(language: .en, plain: true, color: false).render(SampleTables.one([.text("a\u{1B}[2Jb\nc\u{202E}d")]))
        #expect(text == "C0: a\u{FFFD}[2Jb c\u{FFFD}d\n")
    }
}
