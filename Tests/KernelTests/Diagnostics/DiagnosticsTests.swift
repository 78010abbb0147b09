import Kernel
import Testing

struct DiagnosticsTests {
    @Test func eachOnceAndSorted() {
        var sources = SourceMap()
        let files = ["b.yaml", "a.yaml"].map { sources.add(path: $0, bytes: Array("x\ny\n".utf8)) }
        func fault(_ id: String, _ file: Int, _ byte: Int, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
            Diagnostic(id, severity, Text(verbatim: id), at: files[file].span(fromByte: byte, toByte: byte + 1))
        }
        let all = [
            fault("x/2", 0, 2), fault("x/1", 0, 0, .warning), fault("x/1", 0, 0), fault("x/0", 0, 0), fault("x/3", 1, 2),
            Diagnostic("x/9", .note, Text(verbatim: "nowhere"), at: nil),
        ]
        var expected: [String]?
        for _ in 0..<20 {
            var diagnostics = Diagnostics()
            diagnostics.report(contentsOf: all.shuffled() + all.shuffled())
            let order = diagnostics.sorted(in: sources).map { "\($0.id) \($0.severity)" }
            #expect(order == expected ?? ["x/9 note", "x/3 error", "x/0 error", "x/1 error", "x/1 warning", "x/2 error"])
            expected = order
            #expect(diagnostics.hasErrors && diagnostics.hasWarnings && !diagnostics.isEmpty)
        }
    }

    @Test func positionsAreCountedInFourUnits() {
        var sources = SourceMap()
        let file = sources.add(path: "a", bytes: Array("\u{FEFF}å😀\r\nx\ry\nz".utf8))
        #expect(file.position(ofByte: 3) == SourcePosition(line: 1, column: 1, byte: 3, utf16: 1))
        #expect(file.position(ofByte: 9) == SourcePosition(line: 1, column: 3, byte: 9, utf16: 4))
        #expect(file.position(ofByte: 11) == SourcePosition(line: 2, column: 1, byte: 11, utf16: 1))
        #expect(file.position(ofByte: 13) == SourcePosition(line: 3, column: 1, byte: 13, utf16: 1))
        #expect(file.position(ofByte: 15) == SourcePosition(line: 4, column: 1, byte: 15, utf16: 1))
        #expect(file.position(ofByte: 99) == SourcePosition(line: 4, column: 2, byte: 16, utf16: 2))
        #expect(file.position(ofByte: 15, from: file.position(ofByte: 9)) == file.position(ofByte: 15))
    }

    @Test func excerpts() {
        #expect("name".excerpt == "name")
        #expect(String(repeating: "é", count: 60).excerpt.count == 60)
        #expect(String(repeating: "é", count: 61).excerpt == String(repeating: "é", count: 60) + "…")
    }
}
