/// What is wrong with a string that should have held a value, and where inside the string.
///
/// Small notations (dates, offsets, versions) are parsed without knowing the file they stand in. Whoever reads the file turns
/// the fault into a diagnostic on the exact characters:
/// ```swift
/// do { offset = try Offset(text) } catch { diagnostics.append(error.diagnostic("time/offset", in: node)) }
/// ```
public struct StringFault: Error, Sendable, Hashable {
    /// The faulty stretch in bytes of the string's UTF-8, always on character boundaries; empty where something is missing.
    public var range: Range<Int>
    /// What is wrong.
    public var reason: Text
    /// How to mend it.
    public var help: Text?

    public init(_ range: Range<Int>, _ reason: Text, help: Text? = nil) {
        self.range = range
        self.reason = reason
        self.help = help
    }
}

extension StringFault {
    /// The place of the fault in the file.
    ///
    /// Exact where the string stands in the file as it is, plain or quoted on one line; the whole value where it is
    /// escaped, folded or comes from an alias.
    ///
    /// - Parameter node: the string that was parsed.
    public func span(in node: Node) -> SourceSpan {
        guard let string = node.string else { return node.span }
        let bytes = Array(string.utf8)
        let span = node.span
        let quotes = (Int(span.end.byte) - Int(span.start.byte) - bytes.count) / 2
        guard span.start.line == span.end.line, quotes == 0 || quotes == 1,
            Int(span.end.byte) - Int(span.start.byte) == bytes.count + 2 * quotes,
            Int(span.end.column) - Int(span.start.column) == string.unicodeScalars.count + 2 * quotes,
            range.upperBound <= bytes.count
        else { return node.span }
        func position(_ offset: Int) -> SourcePosition {
            let before = String(decoding: bytes[..<offset], as: UTF8.self)
            return SourcePosition(
                line: Int(span.start.line), column: Int(span.start.column) + quotes + before.unicodeScalars.count,
                byte: Int(span.start.byte) + quotes + offset, utf16: Int(span.start.utf16) + quotes + before.utf16.count)
        }
        return SourceSpan(file: span.file, start: position(range.lowerBound), end: position(range.upperBound))
    }

    /// The fault as a diagnostic on the characters that are wrong.
    ///
    /// - Parameters:
    ///   - id: the diagnostic's id, `area/kind`.
    ///   - node: the string that was parsed.
    public func diagnostic(_ id: String, in node: Node) -> Diagnostic {
        Diagnostic(id, .error, reason, at: span(in: node), help: help)
    }
}
