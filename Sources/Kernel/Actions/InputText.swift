/// Turns words from a command line or a table into values, as the schema of each field wants them.
public struct InputText {
    /// The schema of the action's input.
    private let properties: [(key: String, value: JSONValue)]

    public init(schema: JSONValue) { properties = schema["properties"]?.object ?? [] }

    /// The names of the fields.
    public var names: [String] { properties.map(\.key) }

    private func types(_ name: String) -> [String] {
        guard let type = properties.first(where: { $0.key == name })?.value["type"] else { return [] }
        // Null empties a field; from a command line no word means it.
        return (type.array ?? [type]).compactMap(\.string).filter { $0 != "null" }
    }

    /// Whether a field is true or false, so that its flag needs no value.
    public func isBoolean(_ name: String) -> Bool { types(name) == ["boolean"] }

    /// Whether a field takes several values.
    public func isList(_ name: String) -> Bool { types(name) == ["array"] }

    /// The value of a field from the words given for it; what does not fit its type stays a string, for the schema to point at.
    ///
    /// - Parameters:
    ///   - words: one word, or for a list each of them.
    ///   - faults: takes what is wrong with a word that is written as JSON.
    public func value(_ name: String, _ words: [(text: String, span: SourceSpan)], _ faults: inout [Diagnostic]) -> Node? {
        guard let first = words.first, let last = words.last else { return nil }
        if isList(name) {
            let item = properties.first { $0.key == name }?.value["items"]?["type"]?.string
            let items = words.map { Self.node($0.text, item.map { [$0] } ?? [], $0.span, &faults) }
            return Node(.list(items), at: SourceSpan(file: first.span.file, start: first.span.start, end: last.span.end))
        }
        return Self.node(last.text, types(name), last.span, &faults)
    }

    private static func node(_ text: String, _ types: [String], _ span: SourceSpan, _ faults: inout [Diagnostic]) -> Node {
        let node = Node(.string(text), at: span)
        if types.contains("string") { return node }
        if types.contains("boolean"), let value = ["true": true, "false": false][text] { return Node(.bool(value), at: span) }
        let isOpen = types.contains("object") || types.isEmpty
        guard isOpen || types.contains("integer") || types.contains("number") else { return node }
        let read = JSONReader.read(SourceFile(id: span.file, path: "", bytes: Array(text.utf8)))
        guard let value = read.document?.root.json, read.isSound else {
            // What begins as JSON is meant as JSON.
            let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
            if isOpen, first == "{" || first == "[" { faults += read.diagnostics.map { $0.moved(from: text, to: span) } }
            return node
        }
        let isNumber = value.double != nil
        guard isNumber == (types.contains("integer") || types.contains("number")) || types.isEmpty && !isNumber else { return node }
        return Node(json: value, at: span)
    }
}

extension Diagnostic {
    /// A fault in a word that was read alone, at the place where the word stands.
    ///
    /// - Parameters:
    ///   - text: the word.
    ///   - span: where it stands; where it is written otherwise there, all of it is shown.
    fileprivate func moved(from text: String, to span: SourceSpan) -> Diagnostic {
        var fault = self
        fault.fix = nil
        guard Int(span.end.byte - span.start.byte) == text.utf8.count, span.start.line == span.end.line else {
            fault.span = span
            fault.labels = []
            return fault
        }
        func moved(_ place: SourcePosition) -> SourcePosition {
            // A word of several lines is shown as one.
            let before = String(decoding: text.utf8.prefix(Int(place.byte)), as: UTF8.self)
            return SourcePosition(
                line: Int(span.start.line), column: Int(span.start.column) + before.unicodeScalars.count,
                byte: Int(span.start.byte + place.byte), utf16: Int(span.start.utf16) + before.utf16.count)
        }
        func moved(_ inner: SourceSpan) -> SourceSpan { SourceSpan(file: span.file, start: moved(inner.start), end: moved(inner.end)) }
        fault.span = self.span.map(moved)
        fault.labels = labels.map { Label(moved($0.span), $0.text) }
        return fault
    }
}
