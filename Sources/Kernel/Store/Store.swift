public import GRDB
import GRDBSQLite
import Synchronization

/// The one SQLite file that holds what is live: configuration as applied, people, work and the event log.
///
/// ```swift
/// let store = try Store.open(at: "var/kjerne.sqlite", access: .readWrite(create: true))
/// let people = try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_person") }
/// ```
/// Reading and writing are synchronous and one at a time within a process; other processes may read while one writes.
public final class Store: Sendable {
    /// What a store is opened for.
    public enum Access: Sendable, Hashable {
        /// Reading only; nothing is made, nothing is brought up to date.
        case readOnly
        /// Reading and writing; `create` makes the store where there is none.
        case readWrite(create: Bool)
    }

    /// When a transaction counts as done.
    public enum Durability: Sendable, Hashable {
        /// When it has reached the disk: for what people hand in or decide.
        case full
        /// When it has reached the operating system: for bulk work that can be run again. A power cut may lose it, never break it.
        case normal
    }

    /// The path, as it was given.
    public let path: String
    private let queue: DatabaseQueue
    /// What the connection is set to.
    private let durability = Mutex<Durability?>(nil)

    init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Reads within one snapshot of the store.
    ///
    /// - Throws: `StoreError` where the file is at fault, otherwise what `body` throws.
    public func read<T>(_ body: (Database) throws -> T) throws -> T {
        try explained { try queue.read(body) }
    }

    /// Writes in one transaction: all that `body` does, or nothing if it throws.
    ///
    /// The transaction takes the write lock before `body` runs, so that what it reads stays true until it commits.
    /// - Throws: `StoreError` where the file is at fault (`busy` after five seconds of another's writing), otherwise what `body` throws.
    /// - Parameter referencesAtEnd: whether foreign keys are checked when all is done, not at each statement; a table can then be made anew.
    public func write<T>(durability: Durability, referencesAtEnd: Bool = false, _ body: (Database) throws -> T) throws -> T {
        try transaction(durability, .commit, referencesAtEnd, body)
    }

    /// Runs `body` as `write` does and takes all of it back: what would happen, without it happening.
    public func rehearse<T>(referencesAtEnd: Bool = false, _ body: (Database) throws -> T) throws -> T {
        try transaction(.normal, .rollback, referencesAtEnd, body)
    }

    /// Closes the file.
    ///
    /// Later reading and writing throws.
    public func close() throws {
        try explained { try queue.close() }
    }

    private func transaction<T>(
        _ durability: Durability, _ end: Database.TransactionCompletion, _ referencesAtEnd: Bool, _ body: (Database) throws -> T
    ) throws -> T {
        try explained {
            try queue.writeWithoutTransaction { db in
                try set(durability, db)
                // Nor does it heed a change of `foreign_keys` there.
                if referencesAtEnd { try db.execute(sql: "PRAGMA foreign_keys = OFF") }
                defer { if referencesAtEnd { try? db.execute(sql: "PRAGMA foreign_keys = ON") } }
                var result: T?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    if referencesAtEnd { try db.checkForeignKeys() }
                    return end
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        }
    }

    /// Sets how sure a write is, outside a transaction, where SQLite ignores it.
    ///
    /// Bulk work may use up to 256 MB before it spills to disk.
    private func set(_ wanted: Durability, _ db: Database) throws {
        guard durability.withLock({ $0 }) != wanted else { return }
        durability.withLock { $0 = nil }
        try db.execute(
            sql: wanted == .full
                ? "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000" : "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256000")
        durability.withLock { $0 = wanted }
    }

    private func explained<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            if let explained = StoreError(error, path: path) ?? lackingTable(error) { throw explained }
            throw error
        }
    }

    /// That a module's table, which the store itself says is there, is gone; nil for every other fault.
    private func lackingTable(_ error: DatabaseError) -> StoreError? {
        guard let table = StoreError.missingTable(error) else { return nil }
        let module = try? queue.read { db in
            try String.fetchOne(db, sql: "SELECT module FROM kernel_module_table WHERE name = ?", arguments: [table])
        }
        guard module != nil else { return nil }
        return .damaged(path: path, detail: error.message ?? table)
    }
}
