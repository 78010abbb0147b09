import GRDB

/// Finds out whether anything in the store still points at a row, whichever module's table it lies in.
struct ReferenceSearch {
    private let columns: [(table: String, column: String)]
    private let db: Database

    /// - Parameters:
    ///   - table: the table whose rows may be pointed at.
    ///   - ignored: tables whose rows do not count, because they go with the row.
    init(to table: String, ignoring ignored: Set<String> = [], in db: Database) throws {
        self.db = db
        columns = try Row.fetchAll(
            db,
            sql: """
                SELECT s.name, f."from" AS "column" FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
                WHERE s.type = 'table' AND f."table" = ? COLLATE NOCASE ORDER BY 1, 2
                """, arguments: [table]
        ).map { ($0["name"], $0["column"]) }.filter { !ignored.contains($0.0) }
    }

    /// Whether a foreign key of any table holds that value.
    func finds(_ key: some DatabaseValueConvertible) throws -> Bool {
        for (table, column) in columns {
            let (table, column) = (table.quotedDatabaseIdentifier, column.quotedDatabaseIdentifier)
            let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ?)"
            if try Bool.fetchOne(db, sql: sql, arguments: [key]) == true { return true }
        }
        return false
    }
}
