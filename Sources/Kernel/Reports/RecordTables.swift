public import GRDB

/// Records as tables: one with its history, or those of a kind, as far as a reader may see them.
public enum RecordTables {
    /// The records of a type that fit, one row each.
    ///
    /// - Parameters:
    ///   - filters: field to the word that its value must be; a record in which the field may not be read does not fit.
    ///   - search: words that must all be in the searched fields; the best come first.
    public static func list(
        _ type: RecordType, filters: [(field: String, value: String)], search: String? = nil, limit: Int?, live: LiveConfiguration,
        as actor: Actor, at instant: Instant, in db: Database
    ) throws -> Table {
        let standing = try Standing(actor, at: AskedAt(instant, in: live.timeZone), in: db, memory: live.memory)
        let filter = try RecordFilter(type, filters, live: live, as: standing, in: db)
        let records =
            if let search {
                Array(
                    try RecordSearch(type, search, in: db).sorted(filter.read(as: actor, at: instant)).prefix(
                        limit.map { max(0, $0) } ?? .max))
            } else { try filter.read(as: actor, at: instant, limit: limit) }
        if records.isEmpty { try filter.requireSense(at: instant) }
        let names = columns(type).filter { name in !isWide(name, type) && records.contains { $0[name] != nil } }
        let rows = records.map { record in
            [.integer(Int(record.number))] + (type.workflow == nil ? [] : [state(record)])
                + names.map { listed(record[$0], type.field($0)) }
        }
        return Table(
            type.id, title: type.label,
            parameters: (search.map { [("search", .string($0))] } ?? []) + filters.map { ($0.field, .string($0.value)) },
            columns: heading(type) + names.map { column($0, type, live) }, rows: rows)
    }

    /// One record, a line for each thing that may be read, and the states it has been in.
    public static func show(_ record: VisibleRecord, live: LiveConfiguration, in db: Database) throws -> Table {
        var rows: [[Table.Cell]] = [[.localized(Text(nb: "Nummer", nn: "Nummer", en: "Number")), .text(String(record.number))]]
        if record.state != nil { rows.append([.localized(.stateHeading), state(record)]) }
        rows.append([.localized(Text(nb: "Versjon", nn: "Versjon", en: "Version")), .text(String(record.version))])
        for (name, value) in record.values {
            rows.append([.localized(label(name, record.type, live)), shown(cell(value, record.type.field(name)))])
        }
        for (text, instant) in [
            (Text(nb: "Opprettet", nn: "Oppretta", en: "Created"), record.created),
            (Text(nb: "Endret", nn: "Endra", en: "Changed"), record.changed),
        ] { if let instant { rows.append([.localized(text), .instant(minute(of: instant))]) } }
        return Table(
            record.type.id, title: record.type.label, parameters: [("id", .integer(Int(record.number)))],
            columns: [
                .init("field", .localized, Text(nb: "Felt", nn: "Felt", en: "Field")),
                .init("value", .text, Text(nb: "Verdi", nn: "Verdi", en: "Value")),
            ], rows: rows)
    }

    /// The minute in which something was written; the moment itself is for programs, in `json`.
    private static func minute(of instant: Instant) -> Instant {
        Instant(microseconds: instant.microseconds - instant.microseconds % 60_000_000) ?? instant
    }

    /// A record as JSON: `kjerne.record/1`.
    public static func json(_ record: VisibleRecord) -> JSONValue {
        .object([
            ("format", .string("kjerne.record/1")), ("record", .string(record.type.id)), ("id", .integer(Int(record.number))),
            ("state", record.state.map(JSONValue.string) ?? .null), ("version", .integer(record.version)),
            ("created", record.created.map { .string($0.description) } ?? .null),
            ("changed", record.changed.map { .string($0.description) } ?? .null),
            ("values", .object(record.values.map { ($0.name, $0.value) })),
        ])
    }

    /// The names of everything that a record may show, in order.
    static func columns(_ type: RecordType) -> [String] {
        var names = type.fields.map(\.name)
        if let parent = type.parentField, type.field(parent) == nil { names.insert(parent, at: 0) }
        return names + (type.isAnonymous ? [] : ["author"])
    }

    /// Whether a value is a document of its own, too wide for a line among others: `show` has it.
    private static func isWide(_ name: String, _ type: RecordType) -> Bool {
        if case .json? = type.field(name)?.type { true } else { false }
    }

    private static func heading(_ type: RecordType) -> [Table.Column] {
        let number = Table.Column("id", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number"))
        return type.workflow == nil ? [number] : [number, .init("state", .code, .stateHeading)]
    }

    private static func state(_ record: VisibleRecord) -> Table.Cell {
        guard let state = record.state, let label = record.stateLabel else { return .empty }
        return .coded(state, label)
    }

    private static func label(_ name: String, _ type: RecordType, _ live: LiveConfiguration) -> Text {
        if let field = type.field(name) { return field.label }
        if name == "author" { return Text(nb: "Skrevet av", nn: "Skriven av", en: "Written by") }
        return (name == type.parentField ? live.parentHeading(of: type) : nil) ?? Text(verbatim: name)
    }

    private static func column(_ name: String, _ type: RecordType, _ live: LiveConfiguration) -> Table.Column {
        .init(name, type.field(name).map { isCoded($0.type) ? .code : columnType($0.type) } ?? .text, label(name, type, live))
    }

    /// Whether a field holds words of a closed vocabulary.
    private static func isCoded(_ type: FieldType) -> Bool {
        if case .list(let item) = type { return !item.words.isEmpty }
        return !type.words.isEmpty
    }

    /// A value as a cell of a list: where it is a word of a closed vocabulary, programs read its code and people what it is called.
    private static func listed(_ value: JSONValue?, _ field: Field?) -> Table.Cell {
        let cell = cell(value, field)
        guard let field, isCoded(field.type), let value, let label = cell.label else { return cell }
        return .coded((value.array ?? [value]).compactMap(\.string).joined(separator: ", "), label)
    }

    /// The type of a column that holds such a field.
    static func columnType(_ type: FieldType) -> Table.ColumnType {
        switch type {
        case .integer, .alias: .integer
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .instant: .instant
        case .code, .localized: .localized
        case .text(let limits) where !limits.words.isEmpty: .localized
        case .list(let item) where !item.words.isEmpty: .localized
        default: .text
        }
    }

    /// A value as a cell of its column.
    static func cell(_ value: JSONValue?, _ field: Field?) -> Table.Cell {
        guard let value, !value.isNull else { return .empty }
        switch field?.type {
        case let type? where !type.words.isEmpty:
            let word = value.string ?? ""
            return .localized(type.words.first { $0.id == word }?.title ?? Text(verbatim: word))
        case .localized?:
            let texts = (value.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }
            return texts.isEmpty ? .empty : .localized(Text(Dictionary(texts) { first, _ in first }))
        case .list(let item)?:
            let parts = (value.array ?? []).map {
                cell(
                    $0,
                    field.map {
                        var field = $0; field.type = item; return field
                    })
            }
            func joined(_ language: Language) -> String { parts.map { $0.text(language) }.joined(separator: ", ") }
            guard !parts.isEmpty else { return .empty }
            return item.words.isEmpty ? .text(joined(.en)) : .localized(Text(nb: joined(.nb), nn: joined(.nn), en: joined(.en)))
        case .instant?:
            if let instant = value.string.flatMap({ try? Instant($0) }) { return .instant(instant) }
        case .file?: return .text("\(value["name"]?.string ?? "") (sha256 \(value["sha256"]?.string?.prefix(12) ?? ""))")
        default: break
        }
        switch value {
        case .integer(let integer): return .integer(integer)
        case .number(let number): return .number(number)
        case .bool(let bool): return .boolean(bool)
        case .string(let string): return .text(string)
        default: return .text(value.compact)
        }
    }

    /// A cell among cells of other types.
    private static func shown(_ cell: Table.Cell) -> Table.Cell {
        switch cell {
        case .integer(let value): .text(String(value))
        default: cell
        }
    }
}

extension Text {
    static let stateHeading = Text(nb: "Tilstand", nn: "Tilstand", en: "State")
}
