import GRDB

/// Brings a module's tables from what is installed to what its manifest wants, within the transaction of `apply`.
struct TableInstaller {
    let module: String
    let db: Database
    /// What the records of all modules were called.
    let formers: FormerNames

    /// Makes and changes the tables.
    ///
    /// - Parameters:
    ///   - installed: the records as they are; empty for a module that is new.
    ///   - wanted: the records as they are to be.
    func install(_ installed: [RecordType], _ wanted: [RecordType]) throws {
        let differ = TableDiffer(installed: installed, wanted: wanted, formers: formers)
        for type in order(wanted) where differ.match(type) == nil { try create(type) }
        for type in order(wanted) {
            guard let old = differ.match(type) else { continue }
            try upgrade(old, to: type, differ.changes.filter { $0.record == type.name })
        }
        for change in differ.changes where change.kind == .dropTable {
            if let old = installed.first(where: { $0.name == change.record }) { try drop(old) }
        }
        try register(wanted)
    }

    /// Parents before children, so that foreign keys find their tables.
    private func order(_ types: [RecordType]) -> [RecordType] {
        var ordered: [RecordType] = []
        var rest = types.sorted { $0.name < $1.name }
        while !rest.isEmpty {
            let names = Set(rest.map(\.id))
            let ready = rest.filter { type in type.parent.map { !names.contains($0) || $0 == type.id } ?? true }
            if ready.isEmpty { return ordered + rest }
            ordered += ready
            rest.removeAll { type in ready.contains { $0.name == type.name } }
        }
        return ordered
    }

    private func create(_ type: RecordType) throws {
        let table = RecordTable(type: type)
        try db.execute(sql: table.create)
        for beside in table.besides { try db.execute(sql: beside.sql) }
        for index in table.indexes { try db.execute(sql: index.sql) }
        if let search = table.search { try db.execute(sql: search) }
    }

    private func upgrade(_ old: RecordType, to new: RecordType, _ changes: [TableChange]) throws {
        // Extensions are kept by the name of the time limit; the limits themselves are computed anew.
        for deadline in new.workflow?.deadlines ?? [] {
            for former in deadline.was {
                try db.execute(
                    sql: "UPDATE kernel_extension SET name = ? WHERE kind = ? AND name = ?", arguments: [deadline.name, old.id, former])
            }
        }
        for beside in RecordTable(type: old).besides where try !db.tableExists(beside.name) { try db.execute(sql: beside.sql) }
        let changes = changes.filter { if case .tighten = $0.kind { false } else { true } }
        guard !changes.isEmpty else { return }
        for index in RecordTable(type: old).indexes { try db.execute(sql: "DROP INDEX IF EXISTS \(SQLName.quoted(index.name))") }
        if !old.search.isEmpty { try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(SQLName.search(table: old.table)))") }
        try rename(old, to: new, changes)
        let rebuilds = changes.contains { change in
            switch change.kind {
            case .widen, .narrow, .dropField, .reparent, .workflow: true
            case .addField(let name): new.field(name).map { $0.isRequired || !RecordTable(type: new).columns(of: $0).isEmpty } ?? false
            default: false
            }
        }
        try lists(old, new, changes)
        if rebuilds { try rebuild(old, as: new, changes) }
        for index in RecordTable(type: new).indexes { try db.execute(sql: index.sql) }
        if let search = RecordTable(type: new).search {
            try db.execute(sql: search)
            let writer = RecordWriter(new, in: db)
            for number in try Int64.fetchAll(db, sql: "SELECT _id FROM \(SQLName.quoted(new.table))") { try writer.index(number) }
        }
    }

    private func rename(_ old: RecordType, to new: RecordType, _ changes: [TableChange]) throws {
        for change in changes {
            switch change.kind {
            case .renameTable:
                try db.execute(sql: "ALTER TABLE \(SQLName.quoted(old.table)) RENAME TO \(SQLName.quoted(new.table))")
                for beside in RecordTable(type: old).besides {
                    let name = new.table + beside.name.dropFirst(old.table.count)
                    try db.execute(sql: "ALTER TABLE \(SQLName.quoted(beside.name)) RENAME TO \(SQLName.quoted(name))")
                }
                for table in ["kernel_state", "kernel_deadline", "kernel_extension", "kernel_assignment", "kernel_notice"] {
                    try db.execute(sql: "UPDATE \(table) SET kind = ? WHERE kind = ?", arguments: [new.id, old.id])
                }
            case .renameField(let from, let to):
                guard let before = old.field(from) else {
                    try rename(column: SQLName.column(from), to: SQLName.column(to), of: new)
                    continue
                }
                if case .list = before.type {
                    try db.execute(
                        sql: """
                            ALTER TABLE \(SQLName.quoted(SQLName.list(table: new.table, field: from)))
                            RENAME TO \(SQLName.quoted(SQLName.list(table: new.table, field: to)))
                            """)
                } else {
                    for (column, next) in zip(
                        RecordTable(type: old).columns(of: before).map(\.name),
                        new.field(to).map(RecordTable(type: new).columns)?.map(\.name) ?? [])
                    { try rename(column: column, to: next, of: new) }
                }
            case .renameState(let from, let to) where to != "-":
                try db.execute(sql: "UPDATE \(SQLName.quoted(new.table)) SET _state = ? WHERE _state = ?", arguments: [to, from])
                try db.execute(sql: "UPDATE kernel_state SET state = ? WHERE kind = ? AND state = ?", arguments: [to, new.id, from])
            default: break
            }
        }
    }

    private func rename(column: String, to next: String, of type: RecordType) throws {
        guard column != next else { return }
        try db.execute(
            sql: "ALTER TABLE \(SQLName.quoted(type.table)) RENAME COLUMN \(SQLName.quoted(column)) TO \(SQLName.quoted(next))")
    }

    private func lists(_ old: RecordType, _ new: RecordType, _ changes: [TableChange]) throws {
        for change in changes {
            switch change.kind {
            case .addField(let name):
                let list = SQLName.list(table: new.table, field: name)
                if let beside = RecordTable(type: new).besides.first(where: { $0.name == list }) { try db.execute(sql: beside.sql) }
            case .dropField(let name):
                try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(SQLName.list(table: new.table, field: name)))")
            case .widen(let name), .narrow(let name):
                guard let field = new.field(name), let before = TableDiffer.match(field, in: old) else { continue }
                try relist(field, before, new)
            default: break
            }
        }
    }

    /// Makes the table of a list anew around the items that fit; what becomes or was a single value keeps none.
    private func relist(_ field: Field, _ before: Field, _ new: RecordType) throws {
        let list = SQLName.list(table: new.table, field: field.name)
        let (name, old) = (SQLName.quoted(list), SQLName.quoted(list + "--old"))
        let made = RecordTable(type: new).besides.first { $0.name == list }
        switch (before.type, field.type) {
        case (.list(let from), .list(let to)):
            guard let made else { return }
            let value = CarriedValue(before: from, after: to).sql("value")
            let isFile = if case .file = to { true } else { false }
            try db.execute(sql: "ALTER TABLE \(name) RENAME TO \(old)")
            try db.execute(sql: made.sql)
            let extra = isFile ? ", value__name" : ""
            if value != "NULL" {
                try db.execute(
                    sql: """
                        INSERT INTO \(name) (record, position, value\(extra))
                        SELECT record, position, \(value)\(extra) FROM \(old) WHERE (\(value)) IS NOT NULL
                        """)
            }
            try db.execute(sql: "DROP TABLE \(old)")
        case (.list, _): try db.execute(sql: "DROP TABLE IF EXISTS \(name)")
        case (_, .list): if let made { try db.execute(sql: made.sql) }
        default: break
        }
    }

    /// Makes the table anew around the same rows, as SQLite's manual describes it: a new table, a copy, a new name.
    ///
    /// The transaction runs with foreign keys unchecked until its end, when all of them are.
    private func rebuild(_ old: RecordType, as new: RecordType, _ changes: [TableChange]) throws {
        let draft = new.with(name: new.name + "--new")
        let (table, next) = (RecordTable(type: draft), SQLName.quoted(new.table))
        let present = Set(
            try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [new.table]).map { $0[0] as String })
        var columns: [String] = []
        var values: [String] = []
        for column in table.columns {
            if present.contains(column.name) {
                columns.append(SQLName.quoted(column.name))
                values.append(try Self.carried(SQLName.quoted(column.name), old, new.fields.first { $0.column == column.name }))
            } else if let field = new.fields.first(where: { $0.column == column.name }), let fallback = field.fallback {
                columns.append(SQLName.quoted(column.name))
                values.append(try Self.literal(fallback, field))
            }
        }
        try db.execute(sql: table.create)
        try db.execute(
            sql: """
                INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) FROM \(next)
                """)
        // No number is given twice, also where the record that had it last is gone.
        let last =
            new.isAnonymous ? nil : try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [new.table])
        try db.execute(sql: "DROP TABLE \(next)")
        try db.execute(sql: "ALTER TABLE \(table.name) RENAME TO \(next)")
        guard let last else { return }
        try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [new.table])
        try db.execute(sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", arguments: [new.table, last])
    }

    /// What a column's value becomes; what does not fit is lost, as was agreed to, or becomes the field's own default.
    static func carried(_ column: String, _ old: RecordType, _ field: Field?) throws -> String {
        guard let field, let before = TableDiffer.match(field, in: old) else { return column }
        let value = CarriedValue(before: before.type, after: field.type).sql(column)
        guard field.isRequired, let fallback = field.fallback else { return value }
        return "coalesce(\(value), \(try literal(fallback, field)))"
    }

    /// The value that rows get for a field that they did not have.
    private static func literal(_ node: Node, _ field: Field) throws -> String {
        func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
        switch field.type {
        case .boolean: return node.bool == true ? "1" : "0"
        case .integer, .number: return node.integer.map(String.init) ?? String(node.number?.double ?? 0)
        case .localized, .json: return quoted(String(decoding: try node.json.canonical, as: UTF8.self))
        default: return quoted(node.string ?? "")
        }
    }

    /// Removes a record's tables and what the kernel keeps of its records.
    func drop(_ type: RecordType) throws {
        for beside in RecordTable(type: type).besides { try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(beside.name))") }
        if !type.search.isEmpty { try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(SQLName.search(table: type.table)))") }
        try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(type.table))")
        for table in ["kernel_state", "kernel_deadline", "kernel_extension", "kernel_assignment", "kernel_notice"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE kind = ?", arguments: [type.id])
        }
    }

    /// Says which tables are the module's, for the guard on writing.
    private func register(_ types: [RecordType]) throws {
        try db.execute(sql: "DELETE FROM kernel_module_table WHERE module = ?", arguments: [module])
        for type in types {
            let table = RecordTable(type: type)
            var names = [type.table] + table.besides.map(\.name)
            if !type.search.isEmpty { names.append(SQLName.search(table: type.table)) }
            for name in names {
                try db.execute(
                    sql: "INSERT INTO kernel_module_table (name, module, kind) VALUES (?, ?, ?)", arguments: [name, module, type.id])
            }
        }
    }

    /// Whether a record's table holds anything.
    func isEmpty(_ type: RecordType) throws -> Bool {
        guard try db.tableExists(type.table) else { return true }
        return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(type.table)))") != true
    }
}
