import GRDB
import GRDBSQLite
import Testing

@testable import Kernel

/// Modules that write where they may not, in every way there is.
@Suite struct WriteGuardTests {
    /// A store with tables of two modules, and one of the kernel's with a row.
    private func made() throws -> TestStore {
        let test = try TestStore()
        try test.add(people: "kari")
        try test.store.write(durability: .normal) { db in
            try db.execute(
                sql: """
                    CREATE TABLE notes_note (id INTEGER PRIMARY KEY, text TEXT CHECK (text <> 'bad')) STRICT;
                    CREATE TABLE notes_key (k TEXT NOT NULL PRIMARY KEY, v TEXT) STRICT, WITHOUT ROWID;
                    CREATE VIRTUAL TABLE notes_search USING fts5 (text);
                    CREATE TABLE other_thing (id INTEGER PRIMARY KEY AUTOINCREMENT, note INTEGER REFERENCES notes_note (id) ON DELETE CASCADE)
                      STRICT;
                    CREATE TABLE other_key (k TEXT NOT NULL PRIMARY KEY, v TEXT) STRICT, WITHOUT ROWID;
                    CREATE TABLE notes_trap (id INTEGER PRIMARY KEY) STRICT;
                    CREATE TRIGGER notes_trap_springs AFTER INSERT ON notes_trap BEGIN INSERT INTO other_key VALUES ('trap', ''); END;
                    CREATE VIEW notes_view AS SELECT k FROM other_key;
                    CREATE TRIGGER notes_view_writes INSTEAD OF INSERT ON notes_view BEGIN INSERT INTO other_key VALUES (new.k, ''); END;
                    INSERT INTO kernel_module_table VALUES ('notes_note', 'notes', 'notes.note'), ('notes_key', 'notes', 'notes.key'),
                      ('notes_search', 'notes', 'notes.note'), ('notes_trap', 'notes', 'notes.trap'),
                      ('other_thing', 'other', 'other.thing'), ('other_key', 'other', 'other.key');
                    INSERT INTO notes_note VALUES (1, 'one'), (2, 'two');
                    INSERT INTO other_thing (note) VALUES (1);
                    INSERT INTO other_key VALUES ('a', 'b');
                    """)
        }
        return test
    }

    private func contents(_ test: TestStore) throws -> [String] {
        try test.store.read { db in
            try ["notes_note", "notes_key", "other_thing", "other_key", "kernel_person", "kernel_event", "sqlite_schema"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }

    /// Runs `body` as the module `notes`, and commits if the guard lets it.
    private func run(_ test: TestStore, _ body: @escaping (Database) throws -> Void) throws {
        try test.store.write(durability: .normal) { db in
            let writeGuard = try WriteGuard(db)
            try writeGuard.run(as: "notes", in: db) { try body(db) }
        }
    }

    /// What `body` throws.
    private func error<T>(_ body: () throws -> T) -> (any Error)? {
        do {
            _ = try body()
            return nil
        } catch { return error }
    }

    private func violation<T>(_ body: () throws -> T) -> WriteGuardViolation? { error(body) as? WriteGuardViolation }

    @Test func aModuleReadsAllAndWritesItsOwn() throws {
        let test = try made()
        try run(test) { db in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_person") == 1)
            #expect(try String.fetchOne(db, sql: "WITH x AS (SELECT v FROM other_key) SELECT v FROM x") == "b")
            try db.execute(sql: "INSERT INTO notes_note VALUES (3, 'three'); UPDATE notes_note SET text = 'drei' WHERE id = 3")
            try db.execute(sql: "INSERT INTO notes_key VALUES ('x', 'y') ON CONFLICT DO UPDATE SET v = 'z'")
            try db.execute(sql: "REPLACE INTO notes_key SELECT id, given_name FROM kernel_person")
            try db.execute(sql: "/* with a comment */ INSERT INTO notes_search (text) VALUES ('fjell'), ('fjord'), ('dal')")
            try db.execute(sql: "INSERT INTO notes_search (notes_search) VALUES ('optimize')")
            try db.execute(sql: "-- one is gone\nDELETE FROM notes_search WHERE text = 'dal'")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM notes_search WHERE notes_search MATCH 'fj*'") == 2)
            #expect(try Int.fetchOne(db, sql: "INSERT INTO notes_note (text) VALUES ('four') RETURNING id") == 4)
            let statement = try db.cachedStatement(sql: "WITH y AS (SELECT 'x' AS k) DELETE FROM notes_key WHERE k IN (SELECT k FROM y)")
            try statement.execute()
            try statement.execute()
        }
        #expect(try test.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM notes_note") } == 4)
        #expect(try test.store.read { try String.fetchAll($0, sql: "SELECT k FROM notes_key") } == ["kari"])
    }

    /// SQL that is not the module's right, and what the guard names.
    static let attacks: [(String, WriteGuardViolation.Attempt)] = [
        ("UPDATE kernel_person SET given_name = 'x'", .table("kernel_person")),
        ("DELETE FROM kernel_person", .table("kernel_person")),
        ("INSERT INTO kernel_role VALUES (1, 'admin')", .table("kernel_role")),
        ("REPLACE INTO kernel_role VALUES (1, 'admin')", .table("kernel_role")),
        ("WITH x AS (SELECT 1) INSERT INTO kernel_role SELECT 1, 'admin' FROM x", .table("kernel_role")),
        ("INSERT INTO kernel_module_table VALUES ('kernel_role', 'notes', 'notes.x')", .table("kernel_module_table")),
        ("UPDATE kernel_event SET actor = 'system'", .table("kernel_event")),
        ("UPDATE kernel_person SET given_name = 'x' WHERE 0", .table("kernel_person")),
        ("INSERT INTO other_thing (note) VALUES (2)", .table("other_thing")),
        ("UPDATE OR IGNORE other_key SET v = 'x'", .table("other_key")),
        ("DELETE FROM main.other_key", .table("other_key")),
        ("DELETE FROM \"OTHER_KEY\"", .table("other_key")),
        ("INSERT INTO other_key VALUES ('x', 'y') RETURNING k", .table("other_key")),
        ("INSERT INTO notes_trap VALUES (1)", .table("other_key")),
        ("INSERT INTO notes_view VALUES ('x')", .table("notes_view")),
        ("DELETE FROM notes_note", .table("other_thing")),
        ("UPDATE sqlite_sequence SET seq = 100", .table("sqlite_sequence")),
        ("CREATE TABLE notes_more (id INTEGER)", .statement("CREATE")),
        ("CREATE TEMP TABLE notes_note (id INTEGER)", .statement("CREATE")),
        ("CREATE TABLE temp.kernel_person AS SELECT 1", .statement("CREATE")),
        ("CREATE TRIGGER t AFTER UPDATE ON kernel_person BEGIN DELETE FROM kernel_role; END", .statement("CREATE")),
        ("CREATE TEMP TRIGGER t AFTER INSERT ON notes_note BEGIN DELETE FROM kernel_role; END", .statement("CREATE")),
        ("CREATE VIEW v AS SELECT 1", .statement("CREATE")),
        ("CREATE INDEX i ON notes_note (text)", .statement("CREATE")),
        ("CREATE VIRTUAL TABLE f USING fts5 (x)", .statement("CREATE")),
        ("DROP TABLE notes_key", .statement("DROP")),
        ("DROP TABLE other_key", .statement("DROP")),
        ("/* -- */ DROP TRIGGER notes_trap_springs", .statement("DROP")),
        ("-- INSERT\n  ALTER TABLE notes_note ADD COLUMN x TEXT", .statement("ALTER")),
        ("ALTER TABLE other_key RENAME TO notes_more", .statement("ALTER")),
        ("PRAGMA query_only = OFF", .statement("PRAGMA")),
        ("PRAGMA ignore_check_constraints = ON", .statement("PRAGMA")),
        ("PRAGMA writable_schema = ON", .statement("PRAGMA")),
        ("PRAGMA user_version = 99", .statement("PRAGMA")),
        ("PRAGMA foreign_keys", .statement("PRAGMA")),
        ("ATTACH ':memory:' AS other", .statement("ATTACH")),
        ("ANALYZE", .statement("ANALYZE")),
        ("REINDEX", .statement("REINDEX")),
        ("VACUUM", .statement("VACUUM")),
        ("BEGIN", .statement("BEGIN")),
        ("SAVEPOINT x", .statement("SAVEPOINT")),
        ("COMMIT", .statement("COMMIT")),
        ("END", .statement("END")),
        ("ROLLBACK", .statement("ROLLBACK")),
        ("ROLLBACK; BEGIN; INSERT INTO other_key VALUES ('x', 'y'); COMMIT", .statement("ROLLBACK")),
        ("EXPLAIN DELETE FROM kernel_person", .table("kernel_person")),
    ]

    @Test(arguments: Array(attacks.indices)) func anAttackIsStoppedAndNamed(_ index: Int) throws {
        let (sql, attempt) = Self.attacks[index]
        let test = try made()
        let before = try contents(test)
        let violation = WriteGuardViolation(module: "notes", attempt)
        #expect(throws: violation, "\(sql)") { try run(test) { try $0.execute(sql: sql) } }
        #expect(try contents(test) == before, "\(sql)")
        // The error that the module sees is hidden by it, and it writes on.
        #expect(throws: violation, "\(sql)") {
            try run(test) { db in
                try? db.execute(sql: "INSERT INTO notes_key VALUES ('before', '')")
                try? db.execute(sql: sql)
                try? db.execute(sql: "PRAGMA query_only = OFF; INSERT INTO notes_key VALUES ('after', ''); DELETE FROM kernel_person")
                try? db.execute(sql: "RELEASE kjerne; COMMIT")
            }
        }
        #expect(try contents(test) == before, "\(sql)")
        // The connection is as it was for whoever comes next.
        try run(test) { try $0.execute(sql: "INSERT INTO notes_note VALUES (10, 'ten')") }
        #expect(throws: DatabaseError.self) { try run(test) { try $0.execute(sql: "INSERT INTO notes_note VALUES (11, 'bad')") } }
        #expect(throws: DatabaseError.self) {
            try test.store.write(durability: .normal) { try $0.execute(sql: "INSERT INTO kernel_role VALUES (99, 'x')") }
        }
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func theWriteItselfFailsAtOnce() throws {
        let test = try made()
        let found = violation {
            try run(test) { db in
                for sql in ["DELETE FROM other_key", "UPDATE kernel_person SET given_name = 'x'", "DROP TABLE other_thing"] {
                    #expect(error { try db.execute(sql: sql) } is DatabaseError)
                }
                let left = try String.fetchOne(
                    db,
                    sql: "SELECT (SELECT count(*) FROM other_key) || given_name || (SELECT count(*) FROM other_thing) FROM kernel_person")
                #expect(left == "1Kari1")
            }
        }
        #expect(found?.attempt == .table("other_key"))
    }

    /// The kernel ran the same text before, and the module finds the statement ready.
    @Test func aStatementThatWasPreparedBeforeIsStopped() throws {
        let test = try made()
        let sql = "UPDATE kernel_person SET given_name = 'x'"
        let found = violation {
            try test.store.write(durability: .normal) { db in
                let prepared = try db.cachedStatement(sql: sql)
                let writeGuard = try WriteGuard(db)
                try writeGuard.run(as: "notes", in: db) {
                    #expect(error { try prepared.execute() } is DatabaseError)
                    #expect(error { try db.cachedStatement(sql: sql).execute() } is DatabaseError)
                }
            }
        }
        #expect(found == WriteGuardViolation(module: "notes", .table("kernel_person")))
    }

    @Test func sqlitesOwnInterfaceIsNoWayAround() throws {
        let test = try made()
        for sql in ["DELETE FROM other_key", "INSERT INTO notes_note VALUES (9, 'raw')", "-- x\nUPDATE kernel_person SET given_name = 'x'"]
        {
            let found = violation {
                try run(test) { db in #expect(sqlite3_exec(db.sqliteConnection, sql, nil, nil, nil) != SQLITE_OK) }
            }
            // GRDB hears of a deletion when it is compiled, and so the table is known.
            #expect(found?.attempt == (sql.hasPrefix("DELETE") ? .table("other_key") : .unseen), "\(sql)")
        }
        // Whoever takes the listener away is found out when she returns.
        #expect(throws: WriteGuardViolation(module: "notes", .unseen)) {
            try run(test) { db in
                db.trace(nil)
                sqlite3_exec(db.sqliteConnection, "UPDATE other_key SET v = 'x'", nil, nil, nil)
            }
        }
        #expect(try test.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM other_key WHERE v = 'b'") } == 1)
    }

    @Test func noModuleRunsWhileAnotherFileIsAttached() throws {
        let test = try made()
        #expect(throws: WriteGuardViolation(module: "notes", .statement("ATTACH"))) {
            try run(test) { try $0.execute(sql: "ATTACH ':memory:' AS aside; CREATE TABLE aside.notes_note (id)") }
        }
        try run(test) { _ in }
        let found = violation {
            try test.store.write(durability: .normal) { db in
                try db.execute(sql: "ATTACH ':memory:' AS aside; CREATE TABLE aside.notes_note (id)")
                try WriteGuard(db).run(as: "notes", in: db) {}
            }
        }
        #expect(found?.attempt == .statement("ATTACH aside"))
    }

    @Test func theKernelWritesOnAModulesBehalf() throws {
        let test = try made()
        try test.store.write(durability: .normal) { db in
            let writeGuard = try WriteGuard(db)
            try writeGuard.run(as: "notes", in: db) {
                try writeGuard.asKernel {
                    try db.execute(sql: "UPDATE other_key SET v = 'kernel'; SAVEPOINT x; RELEASE x")
                    let insert = try BulkStatement(db, "INSERT INTO other_key VALUES ('bulk', '')")
                    try insert.run()
                    try writeGuard.run(as: "other", in: db) { try db.execute(sql: "INSERT INTO other_thing (note) VALUES (2)") }
                    try db.execute(sql: "UPDATE other_key SET v = 'kernel again' WHERE k = 'bulk'")
                }
                try db.execute(sql: "INSERT INTO notes_key VALUES ('still', 'mine')")
            }
            try db.execute(sql: "INSERT INTO other_key VALUES ('free', '')")
        }
        #expect(try test.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM other_key") } == 3)
        // A fault within does not loosen the guard without, nor the other way round.
        try test.store.write(durability: .normal) { db in
            let writeGuard = try WriteGuard(db)
            let outer = violation {
                try writeGuard.run(as: "notes", in: db) {
                    let inner = violation {
                        try writeGuard.asKernel {
                            try writeGuard.run(as: "other", in: db) { try db.execute(sql: "DELETE FROM notes_key") }
                        }
                    }
                    #expect(inner == WriteGuardViolation(module: "other", .table("notes_key")))
                    try db.execute(sql: "INSERT INTO notes_key VALUES ('yet', 'mine')")
                    try db.execute(sql: "DELETE FROM other_key")
                }
            }
            #expect(outer == WriteGuardViolation(module: "notes", .table("other_key")))
        }
    }

    @Test func sqlThatDoesNotEndIsStopped() throws {
        let test = try made()
        #expect(throws: WriteGuardViolation(module: "notes", .time(0.05))) {
            try test.store.write(durability: .normal) { db in
                let writeGuard = try WriteGuard(db)
                writeGuard.seconds = 0.05
                try writeGuard.run(as: "notes", in: db) {
                    _ = try Int.fetchOne(db, sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
                }
            }
        }
    }
}
