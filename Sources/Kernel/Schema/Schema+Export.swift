extension Schema {
    /// The schema as plain JSON Schema 2020-12, for editors that complete keys and show titles.
    ///
    /// The project's own annotations are left out, and titles and descriptions are texts in one language.
    /// - Parameters:
    ///   - language: the language of titles and descriptions; a text that lacks it is given in the nearest that it has.
    ///   - options: `.partial` for a layer: what only a whole can satisfy is asked of the root alone.
    public func standardJSON(language: Language, options: ValidationOptions = []) -> JSONValue {
        let json = SchemaExporter(language: language, isPartial: options.contains(.partial)).root(compiled.source)
        guard case .object(let members) = json, compiled.source["$schema"] == nil else { return json }
        return .object([(key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema"))] + members)
    }
}
