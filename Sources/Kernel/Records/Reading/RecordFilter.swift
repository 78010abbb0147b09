import GRDB

/// Records that have certain values in certain fields, as words from a command line.
struct RecordFilter {
    private let type: RecordType
    private let live: LiveConfiguration
    private let db: Database
    /// Who names records as actions let her; nil where they are known by what is shown of them.
    private let standing: Standing?
    private let filters: [(field: String, value: String)]
    private var conditions: [String] = []
    private var arguments: [DatabaseValue] = []
    private var needs: Set<String> = []

    /// - Parameter standing: who wrote the words, and names other records by all that actions take; nil for the kernel and for code.
    /// - Throws: `DiagnosticsError` for a field that there is not, with the nearest name.
    init(
        _ type: RecordType, _ filters: [(field: String, value: String)], live: LiveConfiguration, as standing: Standing? = nil,
        in db: Database
    ) throws {
        self.type = type
        self.live = live
        self.db = db
        self.standing = standing
        self.filters = filters
        for (name, value) in filters { try add(name, value) }
    }

    /// Refuses words that can fit nothing; asked where the filter has found nothing.
    ///
    /// - Throws: `DiagnosticsError` for a word that is no code of its field, and for a reference to nothing that the reader may see.
    func requireSense(at instant: Instant) throws {
        guard let standing else { return }
        let sense = FilterSense(live: live, standing: standing, instant: instant, db: db)
        var faults = Diagnostics()
        for (name, value) in filters {
            if name == "state", let workflow = type.workflow, type.field(name) == nil {
                faults.report(contentsOf: sense.faults(of: [value], name, among: workflow.states.map(\.name), at: nil))
            } else if let (_, fieldType) = column(name), type.field(name)?.seal == nil {
                faults.report(contentsOf: try sense.faults(of: [value], name, fieldType, at: nil))
            }
        }
        if faults.hasErrors { throw DiagnosticsError(faults) }
    }

    private mutating func add(_ name: String, _ value: String) throws {
        if name == "state", type.workflow != nil, type.field(name) == nil {
            conditions.append("r._state = ?")
            arguments.append(value.databaseValue)
            return
        }
        guard let (column, fieldType) = column(name) else {
            let known = type.fields.map(\.name) + [type.parentField, type.workflow == nil ? nil : "state"].compactMap { $0 }
            throw DiagnosticsError(.noSuchField(name, of: type.id, known: known))
        }
        needs.insert(name)
        if case .list(let item) = fieldType {
            let list = SQLName.quoted(SQLName.list(table: type.table, field: name))
            if let key = try key(value, item) {
                conditions.append("EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id AND l.value = ?)")
                arguments.append(key)
                return
            }
            let expression = FieldSQL().expression(item, column: "l.value")
            conditions.append("EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id AND \(Self.compared(expression, item)) = ?)")
            arguments.append(Self.value(value, item))
        } else if let key = try key(value, fieldType) {
            conditions.append("\(column) = ?")
            arguments.append(key)
        } else {
            conditions.append("\(Self.compared(FieldSQL().expression(fieldType, column: column), fieldType)) = ?")
            arguments.append(Self.value(value, fieldType))
        }
    }

    /// The internal key of a record that a word names as actions take it; nil where it names none, or more than one.
    private func key(_ word: String, _ type: FieldType) throws -> DatabaseValue? {
        guard let standing, case .reference(let reference) = type, reference.by == nil else { return nil }
        return try ReferenceFinder(live: live, db: db, standing: standing).find(reference.target, word)
    }

    private func column(_ name: String) -> (String, FieldType)? {
        if let field = type.field(name) { return ("r.\(SQLName.quoted(field.column))", field.type) }
        guard name == type.parentField, let parent = type.parent else { return nil }
        return (
            "r.\(SQLName.quoted(SQLName.column(name)))", .reference(.init(target: parent, by: nil, keepsDangling: false))
        )
    }

    /// What is compared with a word: the number itself, or the text of anything else.
    static func compared(_ expression: String, _ type: FieldType?) -> String {
        if case .number? = type { return expression }
        return "CAST(\(expression) AS TEXT)"
    }

    /// What a word is compared as; null, which nothing equals, for a number that the store does not hold as it is written.
    static func value(_ word: String, _ type: FieldType?) -> DatabaseValue {
        guard let type else { return word.databaseValue }
        guard case .number = type else { return Self.word(word, type).databaseValue }
        return number(word).databaseValue
    }

    /// The number that a word means; nil for none, and for a whole number whose digits no double keeps.
    static func number(_ word: String) -> Double? {
        guard let number = Double(word), ExactDecimal(literal: word)?.isKept(by: number) == true else { return nil }
        return number
    }

    /// How the store writes the word.
    static func word(_ value: String, _ type: FieldType) -> String {
        switch type {
        case .boolean: ["true": "1", "false": "0"][value] ?? value
        case .instant: (try? Instant(value)).map { String($0.microseconds) } ?? value
        default: value
        }
    }

    /// The records that fit and that the reader may see, with every field that the filter speaks of.
    func read(as actor: Actor, at instant: Instant, limit: Int? = nil) throws -> [VisibleRecord] {
        try RecordReader(live, as: actor, at: instant, in: db).read(
            type, where: conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), StatementArguments(arguments), needs: needs,
            limit: limit)
    }
}

extension Diagnostic {
    static func noSuchField(_ name: String, of record: String, known: [String]) -> Diagnostic {
        let nearest = NearestName.suggestion(for: name, among: known)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "input/no-such-field", .error,
            Text(
                nb: "\(record) har ikke feltet «\(name)»", nn: "\(record) har ikkje feltet «\(name)»",
                en: "\(record) has no field '\(name)'"),
            at: nil,
            help: nearest.map { Text(nb: "mente du «\($0)»?", nn: "meinte du «\($0)»?", en: "did you mean '\($0)'?") }
                ?? Text(nb: "feltene er \(list)", nn: "felta er \(list)", en: "the fields are \(list)"))
    }
}
