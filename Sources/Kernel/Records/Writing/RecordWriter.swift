import GRDB

/// Writes records of one type within a transaction: the row, its lists, its files' rows and its full-text index.
///
/// It checks no rights and leaves no event; only actions and importers use it.
final class RecordWriter {
    let type: RecordType
    private let db: Database
    private var insertions: [String: BulkStatement] = [:]

    init(_ type: RecordType, in db: Database) {
        self.type = type
        self.db = db
    }

    private func run(_ sql: String, _ arguments: [DatabaseValue]) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    /// What a new record has beside its fields.
    struct Birth {
        var state: String?
        var author: String
        var instant: Instant
        /// The internal key of the parent.
        var parent: DatabaseValue?
        /// The number, where it is not the next one.
        var number: Int64?
    }

    /// Writes a new record.
    ///
    /// - Returns: its number.
    func insert(_ values: [String: FieldValue], _ birth: Birth) throws -> Int64 {
        let (columns, arguments) = row(values, birth)
        let insert = try insertion(columns, kept: "\(birth.number == nil) \(birth.state == nil) \(birth.parent == nil)")
        for (position, value) in arguments.enumerated() { insert.bind(Int32(position + 1), value) }
        try insert.run()
        let number = db.lastInsertedRowID
        for field in type.fields { if case .list(let items)? = values[field.name] { try write(items, field, of: number) } }
        try index(number, values)
        return number
    }

    /// The record that holds the same in some columns as one that cannot be written for that reason.
    ///
    /// - Parameters:
    ///   - columns: those of a key.
    ///   - birth: what a new record would have beside its fields; nil where one that is there would change.
    ///   - number: that of the record that would change.
    /// - Returns: its number; nil where there is none.
    func twin(in columns: [String], _ values: [String: FieldValue], birth: Birth?, of number: Int64?) throws -> Int64? {
        var given: [String: DatabaseValue] = [:]
        if let birth {
            let row = row(values, birth)
            for (column, value) in zip(row.columns, row.values) { given[column] = value }
        } else {
            for field in type.fields {
                guard let value = values[field.name] else { continue }
                for (column, stored) in Self.columns(of: field, value) { given[column] = stored }
            }
        }
        let table = SQLName.quoted(type.table)
        var (conditions, arguments) = (["_id IS NOT ?"], [number.databaseValue])
        for column in columns {
            let name = SQLName.quoted(column)
            if let value = given[column] {
                conditions.append("\(name) IS ?")
                arguments.append(value)
            } else {
                conditions.append("\(name) IS (SELECT \(name) FROM \(table) WHERE _id = ?)")
                arguments.append(number.databaseValue)
            }
        }
        return try Int64.fetchOne(
            db, sql: "SELECT _id FROM \(table) WHERE \(conditions.joined(separator: " AND ")) LIMIT 1",
            arguments: StatementArguments(arguments))
    }

    /// The columns of a new record, and what they hold.
    private func row(_ values: [String: FieldValue], _ birth: Birth) -> (columns: [String], values: [DatabaseValue]) {
        var columns: [String] = []
        var arguments: [DatabaseValue] = []
        func add(_ column: String, _ value: DatabaseValue) {
            columns.append(column)
            arguments.append(value)
        }
        if let number = birth.number { add("_id", number.databaseValue) }
        if let state = birth.state { add("_state", state.databaseValue) }
        if !type.isAnonymous {
            add("_author", birth.author.databaseValue)
            add("_created", birth.instant.microseconds.databaseValue)
            add("_changed", birth.instant.microseconds.databaseValue)
        }
        if let name = type.parentField, type.field(name) == nil, let parent = birth.parent { add(SQLName.column(name), parent) }
        for field in type.fields { for (column, value) in Self.columns(of: field, values[field.name] ?? .empty) { add(column, value) } }
        return (columns, arguments)
    }

    /// The statement that writes a new record.
    ///
    /// - Parameter shape: what tells the columns apart from those of other records of the type.
    private func insertion(_ columns: [String], kept shape: String) throws -> BulkStatement {
        if let known = insertions[shape] { return known }
        let names = columns.map(SQLName.quoted).joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let into = columns.isEmpty ? "DEFAULT VALUES" : "(\(names)) VALUES (\(marks))"
        let insert = try BulkStatement(kept: "INSERT INTO \(SQLName.quoted(type.table)) \(into)", in: db)
        insertions[shape] = insert
        return insert
    }

    /// Changes fields of a record, and counts its version up.
    func update(_ number: Int64, _ values: [String: FieldValue], state: String? = nil, at instant: Instant) throws {
        var assignments = ["_version = _version + 1"]
        var arguments: [DatabaseValue] = []
        if !type.isAnonymous {
            assignments.append("_changed = ?")
            arguments.append(instant.microseconds.databaseValue)
        }
        if let state {
            assignments.append("_state = ?")
            arguments.append(state.databaseValue)
        }
        for field in type.fields {
            guard let value = values[field.name] else { continue }
            for (column, stored) in Self.columns(of: field, value) {
                assignments.append("\(SQLName.quoted(column)) = ?")
                arguments.append(stored)
            }
        }
        arguments.append(number.databaseValue)
        try run("UPDATE \(SQLName.quoted(type.table)) SET \(assignments.joined(separator: ", ")) WHERE _id = ?", arguments)
        for field in type.fields {
            guard let value = values[field.name], case .list = field.type else { continue }
            let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
            try run("DELETE FROM \(list) WHERE record = ?", [number.databaseValue])
            if case .list(let items) = value { try write(items, field, of: number) }
        }
        if type.search.contains(where: { values[$0] != nil }) { try index(number) }
    }

    /// Removes a record.
    func delete(_ number: Int64) throws {
        try run("DELETE FROM \(SQLName.quoted(type.table)) WHERE _id = ?", [number.databaseValue])
        if !type.search.isEmpty {
            try run("DELETE FROM \(SQLName.quoted(SQLName.search(table: type.table))) WHERE rowid = ?", [number.databaseValue])
        }
    }

    /// The columns that a value fills.
    private static func columns(of field: Field, _ value: FieldValue) -> [(String, DatabaseValue)] {
        if case .list = field.type { return [] }
        let isFile = if case .file = field.type { true } else { false }
        return switch value {
        case .empty, .list: isFile ? [(field.column, .null), (field.column + "__name", .null)] : [(field.column, .null)]
        case .scalar(let stored): [(field.column, stored)]
        case .file(let digest, let name): [(field.column, digest.databaseValue), (field.column + "__name", name.databaseValue)]
        }
    }

    private func write(_ items: [FieldValue], _ field: Field, of number: Int64) throws {
        let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
        for (position, item) in items.enumerated() {
            switch item {
            case .scalar(let stored):
                try run(
                    "INSERT INTO \(list) (record, position, value) VALUES (?, ?, ?)",
                    [number.databaseValue, position.databaseValue, stored])
            case .file(let digest, let name):
                try run(
                    "INSERT INTO \(list) (record, position, value, value__name) VALUES (?, ?, ?, ?)",
                    [number.databaseValue, position.databaseValue, digest.databaseValue, name.databaseValue])
            case .empty, .list: break
            }
        }
    }

    /// Writes a new record's first entry in the full-text index.
    private func index(_ number: Int64, _ values: [String: FieldValue]) throws {
        guard !type.search.isEmpty else { return }
        try enter(
            number,
            type.search.map { name in
                guard case .scalar(let value)? = values[name] else { return nil }
                return String.fromDatabaseValue(value)
            })
    }

    /// Writes the record's entry in the full-text index anew.
    func index(_ number: Int64) throws {
        guard !type.search.isEmpty else { return }
        let table = SQLName.quoted(SQLName.search(table: type.table))
        let columns = type.search.map { SQLName.quoted(SQLName.column($0)) }
        let select = "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) WHERE _id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: select), arguments: [number]) else { return }
        try run("DELETE FROM \(table) WHERE rowid = ?", [number.databaseValue])
        try enter(number, type.search.indices.map { row[$0] as String? })
    }

    /// - Parameter stored: what the fields of the index hold, in their order.
    private func enter(_ number: Int64, _ stored: [String?]) throws {
        var names: [String] = []
        var arguments = [number.databaseValue]
        for (field, text) in zip(type.search, stored) {
            let text = text.map { Self.searchable($0, type.field(field)?.type) }
            names += [SQLName.searchColumn(field), SQLName.searchColumn(field) + "__folded"].map(SQLName.quoted)
            arguments += [text.databaseValue, text.map(TextFolding.fold).databaseValue]
        }
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let table = SQLName.quoted(SQLName.search(table: type.table))
        try run("INSERT INTO \(table) (rowid, \(names.joined(separator: ", "))) VALUES (?, \(marks))", arguments)
    }

    /// The words of a value: of a text by language all languages.
    private static func searchable(_ text: String, _ type: FieldType?) -> String {
        guard case .localized? = type, let value = try? JSONValue(parsing: Array(text.utf8)) else { return text }
        return (value.object ?? []).compactMap(\.value.string).joined(separator: "\n")
    }
}
