import Kernel
import Testing

@Suite struct StringFaultTests {
    /// A node for text that stands at line 3, column 8 of a file; the span covers `written`.
    private func node(_ value: String, written: String) -> Node {
        let start = SourcePosition(line: 3, column: 8, byte: 40, utf16: 8)
        let end = SourcePosition(
            line: 3, column: 8 + written.unicodeScalars.count, byte: 40 + written.utf8.count, utf16: 8 + written.utf16.count)
        return Node(.string(value), at: SourceSpan(file: .init(0), start: start, end: end))
    }

    private func columns(_ fault: StringFault, _ node: Node) -> [Int32] {
        let span = fault.span(in: node)
        return [span.start.column, span.end.column, span.start.byte, span.end.byte, span.start.utf16, span.end.utf16]
    }

    private let fault = StringFault(5..<6, Text(verbatim: "x"))

    @Test func plainString() { #expect(columns(fault, node("ab cdef", written: "ab cdef")) == [13, 14, 45, 46, 13, 14]) }

    @Test func quotedString() { #expect(columns(fault, node("ab cdef", written: "'ab cdef'")) == [14, 15, 46, 47, 14, 15]) }

    @Test func charactersBeyondASCII() {
        let text = "é😀x"
        #expect(columns(StringFault(6..<7, Text(verbatim: "x")), node(text, written: text)) == [10, 11, 46, 47, 11, 12])
    }

    @Test func escapesGetTheWholeValue() {
        let escaped = node("ab\tcdef", written: "\"ab\\tcdef\"")
        #expect(fault.span(in: escaped) == escaped.span)
    }

    @Test func aFaultBeyondTheStringGetsTheWholeValue() {
        let short = node("ab", written: "ab")
        #expect(fault.span(in: short) == short.span)
    }

    @Test func diagnosticUnderlinesTheFault() throws {
        let value = node("+2x", written: "+2x")
        let error = try #require(throws: StringFault.self) { try Offset("+2x") }
        let diagnostic = error.diagnostic("time/offset", in: value)
        #expect(diagnostic.id == "time/offset")
        #expect(diagnostic.message(.en) == "'x' is not a unit")
        #expect(diagnostic.span?.start.column == 10)
        #expect(diagnostic.span?.end.column == 11)
    }
}
