/// The SQL of one record type's tables: the table itself, its lists, its full-text index and its unused tokens.
///
/// Every name is made by `SQLName` and quoted, so that nothing a manifest says can be read as SQL.
struct RecordTable {
    let type: RecordType

    /// A column as SQLite keeps it.
    struct Column: Equatable {
        var name: String
        var definition: String

        var sql: String { "\(SQLName.quoted(name)) \(definition)" }
    }

    /// All columns, the kernel's own first.
    var columns: [Column] { systemColumns + type.fields.flatMap(columns(of:)) }

    var systemColumns: [Column] {
        var columns = [
            // The numbers of records whose writer is not to be known are drawn at random, so that no order is kept with an answer.
            Column(
                name: "_id",
                definition: type.isAnonymous || type.pseudonym != nil ? "INTEGER PRIMARY KEY" : "INTEGER PRIMARY KEY AUTOINCREMENT"),
            Column(name: "_version", definition: "INTEGER NOT NULL DEFAULT 1"),
        ]
        if type.workflow != nil { columns.append(Column(name: "_state", definition: "TEXT NOT NULL")) }
        if !type.isAnonymous {
            columns.append(Column(name: "_author", definition: "TEXT NOT NULL"))
            columns.append(Column(name: "_created", definition: "INTEGER NOT NULL"))
            columns.append(Column(name: "_changed", definition: "INTEGER NOT NULL"))
        }
        if let parent = type.parent, let name = type.parentField, type.field(name) == nil {
            let reference = FieldType.Reference(target: parent, by: nil, keepsDangling: false)
            columns.append(
                Column(name: SQLName.column(name), definition: Self.affinity(reference) + " NOT NULL" + Self.foreignKey(reference)))
        }
        return columns
    }

    /// The columns of a field: none for a list, two for a file.
    func columns(of field: Field) -> [Column] {
        if case .list = field.type { return [] }
        let column = Column(
            name: field.column, definition: Self.definition(field.type, column: field.column) + (field.isRequired ? " NOT NULL" : ""))
        if case .file = field.type { return [column, Column(name: field.column + "__name", definition: "TEXT")] }
        return [column]
    }

    /// The name of the table in quotes.
    var name: String { SQLName.quoted(type.table) }

    var create: String {
        "CREATE TABLE \(name) (\n  " + columns.map(\.sql).joined(separator: ",\n  ") + "\n) STRICT"
    }

    /// The tables beside it: a list each for the fields that are lists, the unused tokens, and who has collected one.
    var besides: [(name: String, sql: String)] {
        var tables: [(String, String)] = type.fields.compactMap { field in
            guard case .list(let item) = field.type else { return nil }
            return (SQLName.list(table: type.table, field: field.name), listTable(field, item))
        }
        if type.isAnonymous {
            let tokens = SQLName.tokens(table: type.table)
            tables.append(
                (tokens, "CREATE TABLE \(SQLName.quoted(tokens)) (hash BLOB NOT NULL PRIMARY KEY, scope TEXT) STRICT, WITHOUT ROWID"))
            let asked = SQLName.asked(table: type.table)
            tables.append(
                (
                    asked,
                    """
                    CREATE TABLE \(SQLName.quoted(asked)) (scope TEXT NOT NULL, person INTEGER NOT NULL REFERENCES kernel_person (key),
                      PRIMARY KEY (scope, person)) STRICT, WITHOUT ROWID
                    """
                ))
        }
        return tables
    }

    private func listTable(_ field: Field, _ item: FieldType) -> String {
        let list = SQLName.list(table: type.table, field: field.name)
        let name = if case .file = item { ",\n  value__name TEXT" } else { "" }
        return """
            CREATE TABLE \(SQLName.quoted(list)) (
              record INTEGER NOT NULL REFERENCES \(self.name) (_id) ON DELETE CASCADE,
              position INTEGER NOT NULL,
              value \(Self.definition(item, column: "value")) NOT NULL\(name),
              PRIMARY KEY (record, position)
            ) STRICT, WITHOUT ROWID
            """
    }

    /// The full-text index: each field as written and, in a second column, folded.
    var search: String? {
        guard !type.search.isEmpty else { return nil }
        let columns = type.search.flatMap { [SQLName.searchColumn($0), SQLName.searchColumn($0) + "__folded"] }.map(SQLName.quoted)
        return """
            CREATE VIRTUAL TABLE \(SQLName.quoted(SQLName.search(table: type.table))) USING fts5(\(columns.joined(separator: ", ")),
              tokenize = 'unicode61 remove_diacritics 0')
            """
    }

    /// Names and SQL of the indexes: keys, unique sets, declared indexes, and one for each reference that points at another table.
    var indexes: [(name: String, sql: String)] {
        var indexes: [(String, String)] = []
        func add(_ kind: String, _ fields: [String], unique: Bool) {
            let columns = fields.map { $0 == "author" && type.field($0) == nil ? "_author" : SQLName.column($0) }
            let name = "\(type.table)__\(kind)_\(columns.joined(separator: "__"))"
            guard !indexes.contains(where: { $0.0 == name }) else { return }
            let list = columns.map(SQLName.quoted).joined(separator: ", ")
            indexes.append(
                (name, "CREATE \(unique ? "UNIQUE " : "")INDEX \(SQLName.quoted(name)) ON \(self.name) (\(list))"))
        }
        if !type.key.isEmpty { add("key", type.key, unique: true) }
        for fields in type.unique { add("unique", fields, unique: true) }
        for fields in type.indexes { add("by", fields, unique: false) }
        if let parent = type.parentField { add("by", [parent], unique: false) }
        for field in type.fields {
            if case .reference(let reference) = field.type, reference.by == nil { add("by", [field.name], unique: false) }
            if case .file = field.type { add("by", [field.name], unique: false) }
        }
        return indexes
    }

    // MARK: Types

    private static func affinity(_ reference: FieldType.Reference) -> String {
        guard reference.by == nil else { return "TEXT" }
        return KernelRecord(rawValue: reference.target).map { $0.hasNumber ? "INTEGER" : "TEXT" } ?? "INTEGER"
    }

    private static func foreignKey(_ reference: FieldType.Reference) -> String {
        guard reference.by == nil else { return "" }
        if let kernel = KernelRecord(rawValue: reference.target) { return " REFERENCES \(kernel.table) (\(kernel.key))" }
        let parts = reference.target.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return "" }
        return " REFERENCES \(SQLName.quoted(SQLName.table(module: parts[0], record: parts[1]))) (_id)"
    }

    private static func definition(_ type: FieldType, column: String) -> String {
        let name = SQLName.quoted(column)
        return switch type {
        case .text, .duration: "TEXT"
        case .integer, .instant, .alias: "INTEGER"
        case .number: "REAL"
        case .boolean: "INTEGER CHECK (\(name) IN (0, 1))"
        case .date: "TEXT CHECK (\(name) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
        case .code(let values):
            "TEXT CHECK (\(name) IN (\(values.map { "'\($0.id.replacing("'", with: "''"))'" }.joined(separator: ", "))))"
        // The functions of JSON may not be used in a schema that is not trusted; the writer writes canonical JSON alone.
        case .localized: "TEXT CHECK (substr(\(name), 1, 1) = '{')"
        case .json: "TEXT CHECK (length(\(name)) > 0)"
        case .file: "TEXT REFERENCES kernel_file (digest)"
        case .reference(let reference): affinity(reference) + foreignKey(reference)
        case .list: "TEXT"
        }
    }
}
