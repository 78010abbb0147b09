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

    /// One long name does not push the columns of all rows out of sight; programs, pages and lists line by line have it whole.
    @Test func aLongCellIsCutWhereItWouldPushTheOthers() {
        let (name, last) = (String(repeating: "日a", count: 2500), String(repeating: "b", count: 300))
        let table = Table(
            "t", title: Text(verbatim: "T"),
            columns: [
                .init("a", .text, Text(verbatim: "A")), .init("n", .integer, Text(verbatim: "N")), .init("b", .text, Text(verbatim: "B")),
            ],
            rows: [[.text(name), .integer(1), .text(last)], [.text("c"), .integer(2), .text("d")]])
        let lines = TableRenderer(language: .en, plain: false, color: false).render(table).split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains("a…") && lines[1].hasSuffix("  1  \(last)"), "\(lines)")
        #expect(TextWidth.of(String(lines[2])) <= 86, "\(lines[2])")
        #expect(TableRenderer(language: .en, plain: true, color: false).render(table).contains(name))
        #expect(table.csv(.en).contains(name) && HTMLRenderer(language: .en).render(table).contains(name))
        let narrow = SampleTables.one([.text(String(repeating: "e", count: 150)), .text("f")])
        #expect(TableRenderer(language: .en, plain: false, color: false).render(narrow).contains(String(repeating: "e", count: 150)))
    }

    @Test func nothingSteersTheTerminal() {
        let text = TableRenderer(language: .en, plain: true, color: false).render(SampleTables.one([.text("a\u{1B}[2Jb\nc\u{202E}d")]))
        #expect(text == "C0: a\u{FFFD}[2Jb c\u{FFFD}d\n")
    }
}
