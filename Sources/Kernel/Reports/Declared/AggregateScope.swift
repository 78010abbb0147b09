/// Which records an aggregate counts for the one who asks.
enum AggregateScope {
    /// SQL over a row `r`: those of the places where she holds a role that may ask; nil for all.
    static func sql(_ declaration: ReportDeclaration, of type: RecordType, _ request: ReportRequest) -> String? {
        guard request.standing.person != nil else { return nil }
        let relations = RelationSQL(type, row: "r", standing: request.standing, live: request.live)
        let conditions = declaration.by.map(relations.condition).filter { $0 != "0" }
        if conditions.contains("1") || conditions.contains("(1)") { return nil }
        return conditions.isEmpty ? "0" : conditions.joined(separator: " OR ")
    }

    /// SQL over a row `r`: that the record, or the one above it that the declaration names, has been in the state; nil where none is named.
    static func reached(_ declaration: ReportDeclaration, of type: RecordType, live: LiveConfiguration) -> String? {
        guard let when = declaration.when else { return nil }
        guard let place = RecordScope(type, row: "r", live: live).line.first(where: { $0.kind == when.record }) else { return "0" }
        func text(_ value: String) -> String { "'\(value.replacing("'", with: "''"))'" }
        return """
            EXISTS (SELECT 1 FROM kernel_state s WHERE s.kind = \(text(when.record)) AND s.record = \(place.id) \
            AND s.state = \(text(when.state)))
            """
    }

    /// SQL over a row `r`: the person whom a floor protects, the owner, else the author or the pseudonym; null where nobody is known.
    static func unit(of type: RecordType, live: LiveConfiguration) -> String {
        let author =
            type.isAnonymous
            ? "NULL"
            : type.pseudonym != nil ? "r._author" : "CASE WHEN r._author LIKE 'person:%' THEN CAST(substr(r._author, 8) AS INTEGER) END"
        return RecordScope(type, row: "r", live: live).owner.map { "coalesce(\($0), \(author))" } ?? author
    }
}

extension ReportDeclaration {
    /// What is said where records count only from a state on.
    func nothingBefore(_ live: LiveConfiguration) -> Text? {
        guard let when, let record = live.record(when.record) else { return nil }
        let state = record.workflow?.state(when.state)?.label ?? Text(verbatim: when.state)
        func line(_ language: Language, _ text: (String, String) -> String) -> String { text(record.label(language), state(language)) }
        return Text(
            nb: line(.nb) { "Ingenting vises før «\($0)» har nådd tilstanden «\($1)»." },
            nn: line(.nn) { "Ingenting blir vist før «\($0)» har nådd tilstanden «\($1)»." },
            en: line(.en) { "Nothing is shown before '\($0)' has reached the state '\($1)'." })
    }
}
