import GRDB

/// Indexes taken away while an empty table is filled, and built at the end by sorting, which is several times as fast as row by row.
///
/// It happens within the caller's transaction, so no one ever sees a table without its indexes.
struct DeferredIndexes {
    private let db: Database
    private let definitions: [String]

    /// Takes away the indexes of `tables`, except those that hold a constraint.
    init(of tables: [String], in db: Database) throws {
        self.db = db
        var definitions: [String] = []
        for table in tables {
            let indexes = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
                arguments: [table])
            for index in indexes {
                try db.execute(sql: "DROP INDEX \((index["name"] as String).quotedDatabaseIdentifier)")
                definitions.append(index["sql"])
            }
        }
        self.definitions = definitions
    }

    /// Builds the indexes again.
    func rebuild() throws {
        for definition in definitions { try db.execute(sql: definition) }
    }
}
