import GRDB

/// Makes the file forget in which order anonymous records came.
///
/// Their numbers are random, but SQLite puts a new row into the free space of its page, so that the bytes of a page tell in which order its
/// rows were written. After each new record, those beside it are taken out and put back in the order of their numbers: a page that was
/// emptied is filled anew from its end. `PRAGMA secure_delete` overwrites what lay there before.
struct AnonymousOrder {
    let type: RecordType
    let db: Database
    /// How many records on each side are put back: more than any page holds, of the table or of an index.
    private static let reach = 512

    func forget(around number: Int64) throws {
        let table = SQLName.quoted(type.table)
        let first = try Int64.fetchOne(
            db,
            sql: """
                SELECT min(_id) FROM (SELECT _id FROM \(table) WHERE _id <= ?1 ORDER BY _id DESC LIMIT \(Self.reach))
                """, arguments: [number])
        let last = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(_id) FROM (SELECT _id FROM \(table) WHERE _id >= ?1 ORDER BY _id LIMIT \(Self.reach))
                """, arguments: [number])
        guard let first, let last, first < last else { return }
        let lists = type.fields.compactMap { field -> String? in
            guard case .list = field.type else { return nil }
            return SQLName.quoted(SQLName.list(table: type.table, field: field.name))
        }
        // What hangs under them waits for them to be back; SQLite holds that against them when the transaction ends.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let rows = try taken(table, "_id", first, last)
        let items = try lists.map { try taken($0, "record", first, last) }
        for list in lists { try db.execute(sql: "DELETE FROM \(list) WHERE record BETWEEN ? AND ?", arguments: [first, last]) }
        try db.execute(sql: "DELETE FROM \(table) WHERE _id BETWEEN ? AND ?", arguments: [first, last])
        try put(rows, into: table)
        for (list, items) in zip(lists, items) { try put(items, into: list) }
        try indexAnew(rows, first, last)
    }

    /// Takes the words out and puts them back, and makes one of the parts of the index, each of which is what one transaction wrote.
    private func indexAnew(_ rows: [Row], _ first: Int64, _ last: Int64) throws {
        guard !type.search.isEmpty else { return }
        let index = SQLName.quoted(SQLName.search(table: type.table))
        try db.execute(sql: "DELETE FROM \(index) WHERE rowid BETWEEN ? AND ?", arguments: [first, last])
        let writer = RecordWriter(type, in: db)
        for row in rows { if let id: Int64 = row["_id"] { try writer.index(id) } }
        try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
    }

    private func taken(_ table: String, _ key: String, _ first: Int64, _ last: Int64) throws -> [Row] {
        let order = key == "_id" ? key : "record, position"
        return try Row.fetchAll(
            db, sql: "SELECT * FROM \(table) WHERE \(key) BETWEEN ? AND ? ORDER BY \(order)", arguments: [first, last])
    }

    private func put(_ rows: [Row], into table: String) throws {
        guard let one = rows.first else { return }
        let columns = one.columnNames.map(SQLName.quoted).joined(separator: ", ")
        let marks = one.columnNames.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
        for row in rows { try statement.execute(arguments: StatementArguments(Array(row.databaseValues))) }
    }
}
