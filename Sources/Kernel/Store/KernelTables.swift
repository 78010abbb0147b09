import GRDB

/// The kernel's own tables, made and changed by numbered migrations.
///
/// A migration is never edited after a release: it is a statement about the past. `user_version` holds the number of the last one.
public enum KernelTables {
    /// Marks an SQLite file as kjerne's: "Kjrn" in ASCII.
    public static let applicationID: Int32 = 0x4B6A_726E
    /// The format of the store that this kernel reads and writes.
    public static var format: Int { migrations.count }

    /// Migration number `n` brings a store from format `n - 1` to format `n`.
    private static let migrations: [(name: String, sql: String)] = [
        (name: "kernel tables", sql: format1), (name: "what modules declare, run", sql: format2),
    ]

    /// The format of an open store.
    ///
    /// - Throws: `StoreError.foreign` or `.newer`.
    static func version(_ db: Database, path: String) throws -> Int {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == applicationID else { throw StoreError.foreign(path: path, applicationID: application) }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= format else { throw StoreError.newer(path: path, found: version, known: format) }
        return version
    }

    /// Brings the tables from `version` to the newest format.
    ///
    /// Runs within the caller's transaction.
    static func migrate(_ db: Database, from version: Int) throws {
        for (number, migration) in zip(1..., migrations) where number > version {
            try db.execute(sql: migration.sql)
            try db.execute(
                sql: "INSERT INTO kernel_meta (key, value) VALUES (?, ?)", arguments: ["migration-\(number)", migration.name])
        }
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(format)")
    }
}
