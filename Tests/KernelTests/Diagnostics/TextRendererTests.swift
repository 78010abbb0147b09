import Kernel
import Testing

struct TextRendererTests {
    private func fault(_ text: String, _ range: Range<Int>, path: String = "a.yaml", label: Text? = nil, message: String = "wrong") -> (
        Diagnostic, SourceMap
    ) {
        var sources = SourceMap()
        let file = sources.add(path: path, bytes: Array(text.utf8))
        let span = file.span(fromByte: range.lowerBound, toByte: range.upperBound)
        return (Diagnostic("test/fault", .error, Text(verbatim: message), at: span, label: label), sources)
    }

    private func render(_ fault: (Diagnostic, SourceMap), _ style: TextRenderer.Style = .uncolored) -> String {
        TextRenderer(language: .en, style: style).render(fault.0, in: fault.1)
    }

    /// Nothing that a file holds reaches the terminal as a control character, whatever the place.
    @Test(arguments: TextRenderer.Style.allCases) func controlCharactersAreEscaped(_ style: TextRenderer.Style) {
        let evil = "\u{1B}[31mred\u{7}\u{9B}2J\u{202E}abc\u{2066}\u{200B}\u{FEFF}\u{85}\u{E0041}\u{8}\r"
        let text = evil + "\n" + evil
        for end in [0, 3, text.utf8.count] {
            var shown = render(fault(text, 0..<end, path: evil, label: Text(verbatim: evil), message: evil), style)
            if style == .colored { for code in ["1", "1;31", "1;34", "0"] { shown = shown.replacing("\u{1B}[\(code)m", with: "") } }
            for scalar in shown.unicodeScalars where scalar != "\n" {
                #expect(
                    scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format,
                    "U+\(String(scalar.value, radix: 16))")
            }
            #expect(shown.contains("\\u{1b}[31m"))
        }
    }

    @Test func caretsStandUnderTheirPlace() {
        #expect(render(fault("\tå: 日本x", 8..<11)).contains("1 |     å: 日本x\n  |          ^^\n"))
        #expect(render(fault("e\u{301}x", 3..<4)).contains("1 | e\u{301}x\n  |  ^\n"))
    }

    @Test func spansBeyondTheirLine() {
        #expect(render(fault("abc\ndef", 1..<6)) == "a.yaml:1:2: error: wrong [test/fault]\n  |\n1 | abc\n  |  ^^\n")
        #expect(render(fault("abc\n", 4..<4)) == "a.yaml:2:1: error: wrong [test/fault]\n  |\n2 |\n  | ^\n")
        #expect(render(fault("", 0..<0)) == "a.yaml:1:1: error: wrong [test/fault]\n")
        #expect(render(fault("a\r\nb\r\n", 3..<4)).contains("2 | b\n  | ^\n"))
    }

    @Test func longLinesAreCut() {
        let line = String(repeating: "æ", count: 500_000) + "FAULT" + String(repeating: "日", count: 500_000)
        for range in [1_000_000..<1_000_005, 0..<2_000_000, 0..<0, 2_500_000..<2_500_005, 999_999..<1_000_006] {
            let lines = render(fault(line, range)).split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines.allSatisfy { $0.unicodeScalars.count < 140 })
        }
        #expect(render(fault(line, 1_000_000..<1_000_005)).contains("æFAULT日"))
    }

    @Test func labelsInOtherFiles() {
        var sources = SourceMap()
        let one = sources.add(path: "one.yaml", bytes: Array("a: 1\nb: 2\n".utf8))
        let two = sources.add(path: "two.yaml", bytes: Array("x\n\n\n\n\n\n\n\n\ny: 3\n".utf8))
        var diagnostic = Diagnostic(
            "test/fault", .warning, Text(verbatim: "differs"), at: one.span(fromByte: 5, toByte: 6), label: Text(verbatim: "here"))
        diagnostic.labels = [
            .init(two.span(fromByte: 10, toByte: 11), Text(verbatim: "there")),
            .init(one.span(fromByte: 0, toByte: 1), Text(verbatim: "and there")),
        ]
        diagnostic.notes = [Text(verbatim: "noted")]
        diagnostic.help = Text(verbatim: "mend it")
        #expect(
            TextRenderer(language: .en).render(diagnostic, in: sources) == """
                one.yaml:2:1: warning: differs [test/fault]
                   |
                 1 | a: 1
                   | - and there
                 2 | b: 2
                   | ^ here
                  --> two.yaml:10:1
                   |
                10 | y: 3
                   | - there
                   = note: noted
                   = help: mend it

                """)
        #expect(
            TextRenderer(language: .nn, style: .plain).render(diagnostic, in: sources) == """
                one.yaml:2:1: åtvaring: differs [test/fault]
                  linje 2: b: 2
                  linje 2: b: here
                  two.yaml, linje 10: y: 3
                  two.yaml, linje 10: y: there
                  linje 1: a: 1
                  linje 1: a: and there
                  merknad: noted
                  hjelp: mend it

                """)
    }

    @Test func summaries() {
        func many(_ severity: Diagnostic.Severity, _ count: Int) -> [Diagnostic] {
            (0..<count).map { Diagnostic("a/\($0)", severity, Text(verbatim: "x"), at: nil) }
        }
        let some = many(.warning, 2) + many(.error, 1) + many(.note, 1)
        #expect(TextRenderer(language: .en).summary(some) == "1 error, 2 warnings, 1 note")
        #expect(TextRenderer(language: .nb).summary(some) == "1 feil, 2 advarsler, 1 merknad")
        #expect(TextRenderer(language: .nn).summary(some) == "1 feil, 2 åtvaringar, 1 merknad")
        #expect(TextRenderer(language: .en).render(Diagnostics(), in: SourceMap()) == "")
    }

    @Test func faultsWithoutAPlace() {
        let diagnostic = Diagnostic("a/b", .note, Text(verbatim: "x"), at: nil, help: Text(verbatim: "y"))
        #expect(TextRenderer(language: .en).render(diagnostic, in: SourceMap()) == "note: x [a/b]\n  = help: y\n")
    }
}
