public import GRDB
import GRDBSQLite
import Glibc

/// Keeps the code of a module to rows of its own tables while it runs within a transaction.
///
/// ```swift
/// let writeGuard = try WriteGuard(db)
/// try writeGuard.run(as: "notes", in: db) { try reaction.react(to: event, in: transaction) }
/// ```
/// A module may read everything, and insert, update and delete rows of the tables that `kernel_module_table` gives to it. Anything else is
/// stopped before it writes, whichever way it came: by a trigger or a foreign key, in a table without row ids, by a statement that was
/// prepared before, or past GRDB. From then on the module can write nothing, and `run` throws even if the module hides the error.
///
/// SQLite tells of every statement that starts (`sqlite3_trace_v2`), and GRDB of every table that a statement will write, as SQLite's
/// authorizer named them (`TransactionObserver.observes`). A statement that writes and was not announced is not the module's right.
///
/// What it cannot see: files that the code opens itself, and pragmas that SQLite carries out while it compiles a statement which then never runs.
/// Linked code is trusted not to be hostile; the guard is there for its mistakes.
public final class WriteGuard {
    /// How long a module's statements may keep the store, in seconds, for each run.
    public var seconds = 10.0

    private let connection: SQLiteConnection
    private let owners: TableOwners
    /// The module whose code runs; nil while the kernel's own does.
    private var module: String?
    /// Whether the module may not write its own tables either.
    private var readsOnly = false
    /// Hears of statements as long as this guard is there: each time that one is added, the connection lets go of statements that it keeps.
    private lazy var announcements = Announcements(self)
    private var isHeard = false
    private var violation: WriteGuardViolation?
    /// Whether GRDB has announced the tables of the statement that starts next.
    private var isAnnounced = false
    private var hearsPing = false
    private var deadline: Int64 = 0
    private var depth = 0

    /// - Parameter db: the connection with the open write transaction, which this guard serves.
    public init(_ db: Database) throws {
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        self.connection = connection
        owners = try TableOwners(db)
    }

    /// Runs code of a module.
    ///
    /// - Parameter readsOnly: whether it may write nothing at all.
    /// - Throws: `WriteGuardViolation`, otherwise what `body` throws.
    public func run<T>(as module: String, in db: Database, readsOnly: Bool = false, _ body: () throws -> T) throws -> T {
        let outer = (module: self.module, readsOnly: self.readsOnly, violation: violation, deadline: deadline)
        if let attached = sqlite3_db_name(connection, 2) {
            throw WriteGuardViolation(module: module, .statement("ATTACH \(String(cString: attached))"))
        }
        (self.module, self.readsOnly, violation, isAnnounced) = (module, readsOnly, nil, false)
        deadline = Self.now() + Int64(seconds * 1e9)
        if !isHeard {
            db.add(transactionObserver: announcements, extent: .observerLifetime)
            isHeard = true
        }
        if depth == 0 { listen() }
        depth += 1
        defer {
            depth -= 1
            if violation != nil { release() }
            (self.module, self.readsOnly, violation, deadline) = outer
            if violation != nil { forbid() }
            if depth == 0 { unlisten() }
        }
        let result = Result { try body() }
        try conclude(as: module, db)
        return try result.get()
    }

    /// Runs the kernel's own code on behalf of a module whose code runs, for example to write an event that it emits.
    public func asKernel<T>(_ body: () throws -> T) rethrows -> T {
        guard module != nil else { return try body() }
        let outer = (module, isAnnounced)
        module = nil
        defer { (module, isAnnounced) = outer }
        return try body()
    }

    private func conclude(as module: String, _ db: Database) throws {
        // If the module took the listener away, nothing can be said of what it wrote.
        hearsPing = false
        try asKernel { try owners.ping() }
        if !hearsPing {
            violation = violation ?? WriteGuardViolation(module: module, .unseen)
            listen()
        }
        if !db.isInsideTransaction { violation = violation ?? WriteGuardViolation(module: module, .statement("COMMIT")) }
        if let violation { throw violation }
    }

    // MARK: Listening

    private func listen() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_trace_v2(
            connection, UInt32(SQLITE_TRACE_STMT),
            { _, context, statement, text in
                guard let context, let statement, let text else { return SQLITE_OK }
                Unmanaged<WriteGuard>.fromOpaque(context).takeUnretainedValue().starts(
                    OpaquePointer(statement), UnsafePointer(text.assumingMemoryBound(to: CChar.self)))
                return SQLITE_OK
            }, context)
        sqlite3_progress_handler(
            connection, 20_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<WriteGuard>.fromOpaque(context).takeUnretainedValue().isOverdue() ? 1 : 0
            }, context)
    }

    private func unlisten() {
        sqlite3_trace_v2(connection, 0, nil, nil)
        sqlite3_progress_handler(connection, 0, nil, nil)
    }

    /// GRDB is about to run a statement that writes this table.
    fileprivate func announce(_ table: String) {
        guard let module else { return }
        let isAllowed = !readsOnly && asKernel { owners.owns(module, table) }
        isAnnounced = true
        if !isAllowed { refuse(.table(table)) }
    }

    /// SQLite starts a statement.
    ///
    /// - Parameter text: the statement's own text; for what runs within another statement a comment.
    private func starts(_ statement: OpaquePointer, _ text: UnsafePointer<CChar>) {
        guard module != nil else {
            hearsPing = true
            return
        }
        // What runs within an allowed statement is a trigger, whose tables were announced, or a virtual table at work on its own insides.
        guard let own = sqlite3_sql(statement), own == text || strcmp(own, text) == 0 else { return }
        let verb = SQLVerb.of(own)
        guard SQLVerb(rawValue: verb) != nil else {
            // GRDB announces a change of the schema as one of SQLite's own tables; the statement says it better.
            if case .table(let name) = violation?.attempt, name.hasPrefix("sqlite_"), isAnnounced { violation = nil }
            return refuse(.statement(verb))
        }
        defer { isAnnounced = false }
        if sqlite3_stmt_readonly(statement) == 0, !isAnnounced { refuse(.unseen) }
        if violation != nil { forbid() }
    }

    private func isOverdue() -> Bool {
        guard let module, Self.now() > deadline else { return false }
        violation = violation ?? WriteGuardViolation(module: module, .time(seconds))
        return true
    }

    // MARK: Refusing

    private func refuse(_ attempt: WriteGuardViolation.Attempt) {
        guard let module else { return }
        violation = violation ?? WriteGuardViolation(module: module, attempt)
        forbid()
    }

    /// Lets the connection write nothing; SQLite asks for this when a statement starts, so that also one that is prepared fails.
    private func forbid() {
        asKernel { _ = sqlite3_exec(connection, "PRAGMA query_only = ON", nil, nil, nil) }
    }

    /// Sets back what a module may have set.
    private func release() {
        asKernel {
            _ = sqlite3_exec(
                connection,
                """
                PRAGMA query_only = OFF; PRAGMA ignore_check_constraints = OFF; PRAGMA writable_schema = OFF; PRAGMA defer_foreign_keys = OFF;
                PRAGMA recursive_triggers = OFF; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON
                """, nil, nil, nil)
            while let attached = sqlite3_db_name(connection, 2).map({ String(cString: $0) }) {
                guard sqlite3_exec(connection, "DETACH \(attached.quotedDatabaseIdentifier)", nil, nil, nil) == SQLITE_OK else { break }
            }
        }
    }

    fileprivate func willCommit() throws {
        if let module { throw violation ?? WriteGuardViolation(module: module, .statement("COMMIT")) }
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// Passes on to the guard what GRDB says of a statement before it runs.
private final class Announcements: TransactionObserver {
    private unowned let writeGuard: WriteGuard

    init(_ writeGuard: WriteGuard) { self.writeGuard = writeGuard }

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
        switch kind {
        case .insert(let table), .delete(let table), .update(let table, _): writeGuard.announce(table)
        }
        return false
    }

    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { try writeGuard.willCommit() }
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}
}
