/// Values that a JSON schema takes: the examples that it gives, and otherwise the simplest.
struct ConformanceValue {
    /// Whether a value is one that the schema's writer gave as an example.
    private(set) var hasExamples = false
    /// Values to try, the likeliest first; none where none can be made the simple way.
    private(set) var values: [JSONValue] = []

    init(_ schema: JSONValue) {
        if let examples = schema["examples"]?.array, !examples.isEmpty {
            (values, hasExamples) = (examples, true)
            return
        }
        guard schema["type"]?.string == "object" || schema["properties"] != nil else {
            values = Self.simple(schema).map { [$0] } ?? []
            return
        }
        var seen: Set<String> = []
        for fills in [false, true] {
            guard let made = object(schema, fills: fills), seen.insert(made.compact).inserted else { continue }
            values.append(made)
        }
    }

    /// - Parameter fills: whether what may be left out is there as well.
    private mutating func object(_ schema: JSONValue, fills: Bool) -> JSONValue? {
        let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
        var pairs: [(key: String, value: JSONValue)] = []
        for property in schema["properties"]?.object ?? [] {
            let example = property.value["examples"]?.array?.first
            if example != nil { hasExamples = true }
            guard required.contains(property.key) || fills || example != nil else { continue }
            guard let value = example ?? Self.simple(property.value) else {
                if required.contains(property.key) { return nil }
                continue
            }
            pairs.append((property.key, value))
        }
        return required.isSubset(of: Set(pairs.map(\.key))) ? .object(pairs) : nil
    }

    private static func simple(_ schema: JSONValue) -> JSONValue? {
        if let value = schema["const"] ?? schema["enum"]?.array?.first ?? schema["default"] ?? schema["examples"]?.array?.first {
            return value
        }
        let branch = (schema["anyOf"] ?? schema["oneOf"])?.array?.first
        let type = schema["type"]?.string ?? schema["type"]?.array?.first?.string
        switch type {
        case "string": return string(schema)
        case "integer": return .integer(Int((schema["minimum"]?.double ?? min(1, schema["maximum"]?.double ?? 1)).rounded(.up)))
        case "number": return .number(schema["minimum"]?.double ?? min(1, schema["maximum"]?.double ?? 1))
        case "boolean": return .bool(false)
        case "array":
            let least = schema["minItems"]?.integer ?? 0
            guard least > 0 else { return .array([]) }
            return schema["items"].flatMap(simple).map { .array(Array(repeating: $0, count: least)) }
        case "object": return ConformanceValue(schema).values.first
        default: return branch.flatMap(simple) ?? (schema["properties"] == nil ? nil : ConformanceValue(schema).values.first)
        }
    }

    private static func string(_ schema: JSONValue) -> JSONValue? {
        switch schema["format"]?.string {
        case "date": return .string("2027-07-01")
        case "date-time": return .string("2027-07-01T08:00:00Z")
        case "duration": return .string("P1D")
        case "uri": return .string("https://example.org/")
        case "email": return .string("someone@example.org")
        case "uuid": return .string("00000000-0000-4000-8000-000000000000")
        case "language": return .string("nb")
        default: break
        }
        if let pattern = schema["pattern"]?.string { return (try? Pattern(pattern))?.sample.map(JSONValue.string) }
        let text = "x" + String(repeating: "x", count: max(0, (schema["minLength"]?.integer ?? 1) - 1))
        return .string(String(text.prefix(max(1, schema["maxLength"]?.integer ?? text.count))))
    }
}
