/// Writes a schema of the project's own as plain JSON Schema.
struct SchemaExporter {
    let language: Language
    /// Whether what only a whole can satisfy is left out, as it is for layers.
    var isPartial: Bool

    /// The schema of a whole file; the keys that the file itself must have stay required.
    func root(_ schema: Node) -> JSONValue {
        guard isPartial, case .object(let members) = export(schema), let required = schema["required"] else { return export(schema) }
        return .object(members + [(key: SchemaKeyword.required.rawValue, value: required.json)])
    }

    private func export(_ schema: Node) -> JSONValue {
        guard let map = schema.map else { return schema.json }
        // What a layer replaces as a whole is whole in it.
        let exporter = schema["atomic"]?.bool == true ? whole : self
        var members: [(key: String, value: JSONValue)] = []
        for pair in map.pairs {
            guard let keyword = SchemaKeyword(rawValue: pair.key), !keyword.isProjectOnly else { continue }
            if let member = exporter.member(pair.value, of: keyword, in: schema) { members.append(member) }
        }
        return .object(members)
    }

    private var whole: SchemaExporter { SchemaExporter(language: language, isPartial: false) }

    /// A keyword of a schema with its value; nil where a part of a whole cannot be held to it.
    private func member(_ value: Node, of keyword: SchemaKeyword, in schema: Node) -> (key: String, value: JSONValue)? {
        let key = keyword.rawValue
        guard isPartial else { return (key: key, value: self.value(value, of: keyword)) }
        switch keyword {
        case .minItems, .minProperties, .dependentRequired, .contains: return nil
        case .required:
            // An item is known by its identity in a layer, too.
            guard let identity = schema["identity"]?.string, value.list?.contains(where: { $0.string == identity }) == true else {
                return nil
            }
            return (key: key, value: .array([.string(identity)]))
        case .oneOf:
            // Until it is whole it may fit several branches.
            return schema["anyOf"] == nil ? (key: SchemaKeyword.anyOf.rawValue, value: self.value(value, of: .anyOf)) : nil
        case .not, .condition: return Self.refers(value) ? nil : (key: key, value: whole.export(value))
        case .then: return decides(schema) ? (key: key, value: export(value)) : nil
        case .otherwise:
            // A condition that fails only because something is missing chooses neither.
            guard decides(schema), let condition = schema["if"] else { return nil }
            return (key: key, value: .object([(key: "if", value: export(condition)), (key: "else", value: export(value))]))
        default: return (key: key, value: self.value(value, of: keyword))
        }
    }

    /// Whether the condition of a schema can be written in full: what it refers to is written for a part.
    private func decides(_ schema: Node) -> Bool { schema["if"].map { !Self.refers($0) } ?? false }

    private static func refers(_ schema: Node) -> Bool {
        if let map = schema.map { return map["$ref"] != nil || map.pairs.contains { refers($0.value) } }
        return schema.list?.contains { refers($0) } ?? false
    }

    private func value(_ value: Node, of keyword: SchemaKeyword) -> JSONValue {
        switch keyword.shape {
        case .schema: export(value)
        case .schemas: .array((value.list ?? []).map { export($0) })
        case .named: .object((value.map?.pairs ?? []).map { (key: $0.key, value: export($0.value)) })
        case .data:
            switch keyword {
            case .title, .description: value.map == nil ? value.json : .string(Text(node: value)(language))
            default: value.json
            }
        }
    }
}
