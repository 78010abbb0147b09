/// The JSON Schema of what an action takes, made from fields: for checking with places, for flags, for editors and other programs.
public enum InputSchema {
    /// - Parameters:
    ///   - fields: the inputs.
    ///   - required: the names of those that must be given.
    public static func of(_ fields: [Field], required: [String]) -> JSONValue {
        .object([
            ("type", .string("object")),
            ("additionalProperties", .bool(false)),
            ("required", .array(required.map(JSONValue.string))),
            ("properties", .object(fields.map { ($0.name, schema($0, isRequired: required.contains($0.name))) })),
        ])
    }

    /// The JSON Schema of one value.
    static func of(_ type: FieldType) -> JSONValue { .object(schema(type)) }

    /// An optional field takes null as well, which empties it.
    private static func schema(_ field: Field, isRequired: Bool) -> JSONValue {
        var members = schema(field.type)
        // A text that must be there is not empty.
        if field.isRequired, case .text(let limits) = field.type, limits.minimum == nil { members.append(("minLength", .integer(1))) }
        if !field.isRequired, !isRequired {
            members = members.map { key, value in
                switch key {
                case "type": (key, .array((value.array ?? [value]) + [.string("null")]))
                case "enum": (key, .array((value.array ?? []) + [.null]))
                default: (key, value)
                }
            }
        }
        if let title = field.title { members.append(("title", title.json)) }
        return .object(members)
    }

    /// 2^53 - 1.
    static let largestInteger: Double = 9_007_199_254_740_991

    private static func schema(_ type: FieldType) -> [(key: String, value: JSONValue)] {
        switch type {
        case .text(let limits):
            var members: [(String, JSONValue)] = [("type", .string("string"))]
            if let minimum = limits.minimum { members.append(("minLength", .integer(minimum))) }
            members.append(("maxLength", .integer(limits.maximum ?? 1_000_000)))
            if let pattern = limits.pattern { members.append(("pattern", .string(pattern))) }
            return members
        case .integer(let minimum, let maximum):
            // Whole numbers that every reader of JSON takes as they are (RFC 8785, 3.2.2.3).
            return bounded("integer", minimum ?? -Self.largestInteger, maximum ?? Self.largestInteger)
        case .number(let minimum, let maximum): return bounded("number", minimum, maximum)
        case .boolean: return [("type", .string("boolean"))]
        case .date: return [("type", .string("string")), ("format", .string("date"))]
        case .instant: return [("type", .string("string")), ("format", .string("date-time"))]
        case .duration: return [("type", .string("string")), ("format", .string("duration"))]
        case .code(let values): return [("enum", .array(values.map { .string($0.id) }))]
        case .localized:
            return [
                ("type", .string("object")), ("propertyNames", .object([("enum", .array(Language.allCases.map { .string($0.rawValue) }))])),
                ("minProperties", .integer(1)),
                ("additionalProperties", .object([("type", .string("string")), ("minLength", .integer(1))])),
            ]
        case .json(let schema): return schema?.json.object ?? []
        case .list(let item):
            return [("type", .string("array")), ("maxItems", .integer(10_000)), ("items", .object(Self.schema(item)))]
        case .file: return [("type", .string("string")), ("minLength", .integer(1)), ("description", .string("path of a file"))]
        case .alias: return [("type", .string("integer"))]
        case .reference: return [("type", .array([.string("string"), .string("integer")]))]
        }
    }

    private static func bounded(_ type: String, _ minimum: Double?, _ maximum: Double?) -> [(key: String, value: JSONValue)] {
        var members: [(String, JSONValue)] = [("type", .string(type))]
        if let minimum { members.append(("minimum", .number(minimum))) }
        if let maximum { members.append(("maximum", .number(maximum))) }
        return members
    }
}
