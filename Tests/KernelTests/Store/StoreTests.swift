import GRDB
import Glibc
import Testing

@testable import Kernel

@Suite struct StoreTests {
    @Test func aMissingStoreIsNotMadeUnlessAskedFor() throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        let path = folder + "/var/kjerne.sqlite"
        for access in [Store.Access.readOnly, .readWrite(create: false)] {
            #expect(throws: StoreError.missing(path: path)) { try Store.open(at: path, access: access) }
        }
        #expect(try TestFolder.list(folder).isEmpty)
        let store = try Store.open(at: path, access: .readWrite(create: true))
        try store.close()
        #expect(try TestFolder.list(folder + "/var") == ["kjerne.sqlite"])
        _ = try Store.open(at: path, access: .readOnly)
    }

    @Test func anActionOnAStoreThatCannotBeWrittenSaysSo() throws {
        let test = try TestStore()
        try test.add(people: "kari")
        try test.add(offering: "x")
        let path = test.store.path
        try test.store.close()
        let store = try Store.open(at: path, access: .readOnly)
        defer { try? store.close() }
        var context = RunContext.test
        for rehearse in [false, true] {
            #expect(throws: StoreError.readOnly(path: path)) {
                try ActionPipeline.perform(
                    EnrolmentAction(), .init(offering: "x", person: "kari"), context: &context, in: store, rehearse: rehearse)
            }
        }
        #expect(StoreError.readOnly(path: path).kind == .storage)
    }

    @Test func aStoreThatCannotBeMadeLeavesNothing() throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        try TestFolder.write([1], to: folder + "/file")
        let path = folder + "/file/new/kjerne.sqlite"
        #expect(throws: StoreError.cannotCreate(path: path, .system(ENOTDIR))) {
            try Store.open(at: path, access: .readWrite(create: true))
        }
        #expect(try TestFolder.list(folder) == ["file"])
        #expect(StoreError.cannotCreate(path: path, .system(ENOTDIR)).kind == .cannotCreate)
    }

    @Test func aLeftoverJournalIsNeverPlayedIntoANewStore() throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        let path = folder + "/kjerne.sqlite"
        try TestFolder.write([1, 2, 3], to: path + "-wal")
        #expect(throws: StoreError.cannotCreate(path: path, .leftover(path + "-wal"))) {
            try Store.open(at: path, access: .readWrite(create: true))
        }
        #expect(try TestFolder.list(folder) == ["kjerne.sqlite-wal"])
    }

    @Test func manyWhoMakeTheSameStoreAtOnceGetOne() async throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        let path = folder + "/var/kjerne.sqlite"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let store = try Store.open(at: path, access: .readWrite(create: true))
                    try store.write(durability: .normal) { db in
                        try db.execute(
                            sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES (?, 'school', '{}', 'import')",
                            arguments: ["o\(index)"])
                    }
                    try store.close()
                }
            }
            try await group.waitForAll()
        }
        #expect(try TestFolder.list(folder + "/var") == ["kjerne.sqlite"])
        let store = try Store.open(at: path, access: .readOnly)
        #expect(try store.read { try Organisation.ids(in: $0) }.count == 8)
    }

    @Test func theConnectionIsSetUpForSafety() throws {
        let test = try TestStore()
        func setting(_ name: String, _ db: Database) throws -> String? { try String.fetchOne(db, sql: "PRAGMA \(name)") }
        #expect(try test.store.read { try setting("journal_mode", $0) } == "wal")
        #expect(try test.store.read { try setting("foreign_keys", $0) } == "1")
        #expect(try test.store.read { try setting("trusted_schema", $0) } == "0")
        #expect(try test.store.write(durability: .full) { try setting("synchronous", $0) } == "2")
        #expect(try test.store.write(durability: .normal) { try setting("synchronous", $0) } == "1")
        #expect(throws: StoreError.readOnly(path: test.path)) {
            try test.store.read { db in try db.execute(sql: "DELETE FROM kernel_meta") }
        }
    }

    @Test func everyTableIsStrictAndKnownToTheContentDigest() throws {
        let test = try TestStore()
        try test.store.read { db in
            let tables = try Row.fetchAll(
                db, sql: "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
            #expect(tables.count == 35)
            for table in tables { #expect(table["strict"] == 1, "\(table["name"] as String)") }
            let covered = ContentDigest.excluded.union(ContentDigest.queries.map(\.table))
            #expect(Set(tables.map { $0["name"] as String }) == covered)
        }
    }

    @Test func foreignKeysThatAreFollowedHaveAnIndex() throws {
        let test = try TestStore()
        try test.store.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'kernel_%'")
            // Written once and looked up from the other side only.
            let exempt: Set = [
                "kernel_apply.event", "kernel_apply.undoes", "kernel_release.event", "kernel_event_payload.erased_by", "kernel_order.event",
                "kernel_assignment.event", "kernel_notice.delivery",
            ]
            for table in tables {
                let keys = try Row.fetchAll(db, sql: "SELECT \"from\" AS name FROM pragma_foreign_key_list(?)", arguments: [table])
                let leading = try Set(
                    String.fetchAll(
                        db,
                        sql: """
                            SELECT i.name FROM pragma_index_list(?1) l, pragma_index_info(l.name) i WHERE i.seqno = 0
                            UNION SELECT name FROM pragma_table_info(?1) WHERE pk = 1
                            """, arguments: [table]))
                for key in keys {
                    let column: String = key["name"]
                    #expect(leading.contains(column) || exempt.contains("\(table).\(column)"), "\(table).\(column)")
                }
            }
        }
    }

    @Test func whatFailsLeavesNothingAndWhatIsRehearsedNeither() throws {
        let test = try TestStore()
        struct Stop: Error {}
        let insert = "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES ('a', 'school', '{}', 'import')"
        #expect(throws: Stop.self) {
            try test.store.write(durability: .full) { db in
                try db.execute(sql: insert)
                throw Stop()
            }
        }
        let seen = try test.store.rehearse { db in
            try db.execute(sql: insert)
            return try Organisation.ids(in: db)
        }
        #expect(seen == ["a"])
        #expect(try test.store.read { try Organisation.ids(in: $0) }.isEmpty)
    }

    @Test func aSecondWriterIsToldToTryAgainAndReadersGoOn() throws {
        let test = try TestStore()
        let other = try Store.open(at: test.path, access: .readWrite(create: false), wait: 0.05)
        let reader = try Store.open(at: test.path, access: .readOnly)
        try test.store.write(durability: .full) { db in
            try db.execute(sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES ('a', 'school', '{}', 'import')")
            #expect(throws: StoreError.busy(path: test.path)) { try other.write(durability: .full) { _ in } }
            #expect(try reader.read { try Organisation.ids(in: $0) }.isEmpty)
        }
        #expect(try reader.read { try Organisation.ids(in: $0) } == ["a"])
        try other.write(durability: .full) { _ in }
        #expect(StoreError.busy(path: "").kind == .busy)
    }

    @Test func aFullDiskChangesNothing() throws {
        let test = try TestStore()
        let before = try test.digest
        let pages = try test.store.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try test.store.write(durability: .full) { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 5)") }
        let roster = "id,given_name,family_name\n" + (0..<5000).map { "p\($0),A,B\n" }.joined()
        #expect(throws: StoreError.diskFull(path: test.path)) { try test.importPeople(roster) }
        #expect(try test.digest == before)
        #expect(try test.head.sequence == 0)
        try test.store.write(durability: .full) { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 100000") }
        #expect(try test.importPeople(roster).effect.new == 5000)
    }

    @Test func aReleaseIsNeverChangedOrRemoved() throws {
        let test = try TestStore()
        try test.add(offering: "host")
        for sql in ["UPDATE kernel_release SET label = 'x'", "DELETE FROM kernel_release"] {
            #expect(throws: DatabaseError.self) { try test.store.write(durability: .full) { try $0.execute(sql: sql) } }
        }
    }
}
