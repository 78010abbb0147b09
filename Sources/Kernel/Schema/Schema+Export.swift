extension Schema {
    /// The schema as plain JSON Schema 2020-12, for editors that complete keys and show titles.
    ///
    /// The project's own annotations are left out, and titles and descriptions are texts in one language.
    /// - Parameter language: the language of titles and descriptions; a text that lacks it is given in the nearest that it has.
    public func standardJSON(language: Language) -> JSONValue {
        let json = Self.standard(compiled.source, language)
        guard case .object(let members) = json, compiled.source["$schema"] == nil else { return json }
        return .object([(key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema"))] + members)
    }

    private static func standard(_ schema: Node, _ language: Language) -> JSONValue {
        guard let map = schema.map else { return schema.json }
        var members: [(key: String, value: JSONValue)] = []
        for pair in map.pairs {
            guard let keyword = SchemaKeyword(rawValue: pair.key), !keyword.isProjectOnly else { continue }
            members.append((key: pair.key, value: standard(pair.value, of: keyword, language)))
        }
        return .object(members)
    }

    private static func standard(_ value: Node, of keyword: SchemaKeyword, _ language: Language) -> JSONValue {
        switch keyword.shape {
        case .schema: standard(value, language)
        case .schemas: .array((value.list ?? []).map { standard($0, language) })
        case .named: .object((value.map?.pairs ?? []).map { (key: $0.key, value: standard($0.value, language)) })
        case .data:
            switch keyword {
            case .title, .description: value.map == nil ? value.json : .string(Text(node: value)(language))
            default: value.json
            }
        }
    }
}
