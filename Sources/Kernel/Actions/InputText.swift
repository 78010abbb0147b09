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
    /// - Parameter words: one word, or for a list each of them.
    public func value(_ name: String, _ words: [(text: String, span: SourceSpan)]) -> Node? {
        guard let first = words.first, let last = words.last else { return nil }
        if isList(name) {
            let item = properties.first { $0.key == name }?.value["items"]?["type"]?.string
            let items = words.map { Self.node($0.text, item.map { [$0] } ?? [], $0.span) }
            return Node(.list(items), at: SourceSpan(file: first.span.file, start: first.span.start, end: last.span.end))
        }
        return Self.node(last.text, types(name), last.span)
    }

    private static func node(_ text: String, _ types: [String], _ span: SourceSpan) -> Node {
        if types.contains("string") { return Node(.string(text), at: span) }
        if types.contains("boolean"), let value = ["true": true, "false": false][text] { return Node(.bool(value), at: span) }
        if types.contains("integer") || types.contains("number") || types.contains("object") || types.isEmpty,
            let value = try? JSONValue(parsing: Array(text.utf8))
        {
            let isNumber = value.double != nil
            if isNumber == (types.contains("integer") || types.contains("number")) || types.isEmpty && !isNumber {
                return Node(json: value, at: span)
            }
        }
        return Node(.string(text), at: span)
    }
}
