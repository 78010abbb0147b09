import GRDB
import Glibc
import Testing

@testable import Kernel

/// Files that are not what they should be: each is refused with one clear error, and is left as it was.
@Suite struct StoreDamageTests {
    private func closedStore() throws -> (folder: String, path: String) {
        let folder = try TestFolder.make()
        let path = folder + "/kjerne.sqlite"
        let store = try Store.open(at: path, access: .readWrite(create: true))
        try store.write(durability: .full) { db in
            for index in 0..<2000 {
                try db.execute(
                    sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES (?, 'school', '{}', 'import')",
                    arguments: ["organisation-\(index)"])
            }
        }
        try store.close()
        return (folder, path)
    }

    @Test(arguments: [Store.Access.readOnly, .readWrite(create: false), .readWrite(create: true)])
    func otherFilesAreRefusedAndLeftAlone(_ access: Store.Access) throws {
        let (folder, path) = try closedStore()
        defer { TestFolder.remove(folder) }
        let whole = try TestFolder.bytes(path)
        var noise = whole
        noise[3] ^= 0xFF
        for bytes in [[], Array("no database".utf8), Array(whole.prefix(60)), noise] {
            try TestFolder.write(bytes, to: path)
            #expect(throws: StoreError.notADatabase(path: path)) { try Store.open(at: path, access: access) }
            #expect(try TestFolder.bytes(path) == bytes)
        }
    }

    @Test func aDatabaseOfAnotherProgramIsRefused() throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        let path = folder + "/other.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 77; CREATE TABLE theirs (x)") }
        try queue.close()
        let before = try TestFolder.bytes(path)
        for access in [Store.Access.readOnly, .readWrite(create: true)] {
            #expect(throws: StoreError.foreign(path: path, applicationID: 77)) { try Store.open(at: path, access: access) }
        }
        #expect(try TestFolder.bytes(path) == before)
    }

    @Test func aNewerStoreIsRefusedAndBothFormatsAreNamed() throws {
        let (folder, path) = try closedStore()
        defer { TestFolder.remove(folder) }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(KernelTables.format + 4)") }
        try queue.close()
        let error = StoreError.newer(path: path, found: KernelTables.format + 4, known: KernelTables.format)
        #expect(throws: error) { try Store.open(at: path, access: .readWrite(create: true)) }
        #expect(error.message(.en).contains("format \(KernelTables.format + 4)"))
        #expect(error.message(.en).contains("knows format \(KernelTables.format)"))
    }

    @Test func anOlderStoreIsBroughtUpToDateByWritersOnly() throws {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        let path = folder + "/old.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA application_id = \(KernelTables.applicationID); PRAGMA user_version = 0")
        }
        try queue.close()
        #expect(throws: StoreError.older(path: path, found: 0, known: KernelTables.format)) { try Store.open(at: path, access: .readOnly) }
        try Store.open(at: path, access: .readWrite(create: false)).close()
        let store = try Store.open(at: path, access: .readOnly)
        #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == KernelTables.format)
    }

    @Test func aStoreCutShortIsDamagedWhenItIsRead() throws {
        let (folder, path) = try closedStore()
        defer { TestFolder.remove(folder) }
        let whole = try TestFolder.bytes(path)
        try TestFolder.write(Array(whole.prefix(whole.count / 3)), to: path)
        let error = #expect(throws: StoreError.self) {
            let store = try Store.open(at: path, access: .readOnly)
            _ = try store.read { try Organisation.list(in: $0) }
        }
        guard case .damaged = error else { Issue.record("\(String(describing: error))"); return }
    }

    /// Every page is overwritten in turn.
    ///
    /// Reading everything must give what was there or `damaged`, never another error and never a crash.
    @Test func overwrittenPagesAreFoundInTheMiddleOfReading() throws {
        let (folder, path) = try closedStore()
        defer { TestFolder.remove(folder) }
        let whole = try TestFolder.bytes(path)
        let digest = try read(path)
        var found = 0
        for page in 1..<whole.count / 4096 {
            var bytes = whole
            for offset in page * 4096..<(page + 1) * 4096 { bytes[offset] = UInt8(truncatingIfNeeded: offset &* 31 &+ page) }
            try TestFolder.write(bytes, to: path)
            do {
                let seen = try read(path)
                #expect(seen == digest, "page \(page)")
            } catch StoreError.damaged {
                found += 1
            }
        }
        #expect(found > 10)
    }

    /// A store that lacks a table is damaged, not the program at fault.
    @Test(arguments: ["kernel_apply", "work_note"]) func aMissingTableIsDamage(_ table: String) throws {
        let (folder, path) = try closedStore()
        defer { TestFolder.remove(folder) }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "INSERT INTO kernel_module_table (name, module, kind) VALUES ('work_note', 'work', 'record')")
            try $0.execute(sql: "DROP TABLE IF EXISTS \(table)")
        }
        try queue.close()
        let store = try Store.open(at: path, access: .readWrite(create: false))
        for reading in [true, false] {
            let error = #expect(throws: StoreError.self) {
                let body = { (db: Database) in _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") }
                if reading { try store.read(body) } else { try store.write(durability: .full, body) }
            }
            #expect(error == .damaged(path: path, detail: "no such table: \(table)"))
        }
        #expect(throws: DatabaseError.self) { try store.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM nobodys_table") } }
    }

    private func read(_ path: String) throws -> String {
        let store = try Store.open(at: path, access: .readOnly)
        return try store.read { db in
            _ = try EventLog.verify(db)
            return try ContentDigest.of(db)
        }
    }

    /// Root may write anywhere, so the file system's own refusal is brought about in a process without rights.
    @Test func aReadOnlyFolderGivesOneClearError() throws {
        let (folder, path) = try closedStore()
        defer {
            chmod(folder, 0o755)
            TestFolder.remove(folder)
        }
        chmod(path, 0o444)
        chmod(folder, 0o555)
        try withoutRights {
            for access in [Store.Access.readOnly, .readWrite(create: false)] {
                #expect(throws: StoreError.readOnly(path: path)) {
                    let store = try Store.open(at: path, access: access)
                    _ = try store.read { try Organisation.ids(in: $0) }
                }
            }
            let new = folder + "/new.sqlite"
            #expect(throws: StoreError.cannotCreate(path: new, .system(EACCES))) {
                try Store.open(at: new, access: .readWrite(create: true))
            }
        }
        #expect(try TestFolder.list(folder) == ["kjerne.sqlite"])
    }

    /// A store that cannot be seen is not taken for one that is not there.
    @Test func aFolderWithoutAccessHidesNoStore() throws {
        let folder = try TestFolder.make()
        let path = folder + "/kjerne.sqlite"
        try Store.open(at: path, access: .readWrite(create: true)).close()
        chmod(folder, 0)
        defer { chmod(folder, 0o755) }
        try withoutRights {
            let error = #expect(throws: StoreError.self) { try Store.open(at: path, access: .readOnly) }
            #expect(error != .missing(path: path), "\(String(describing: error))")
        }
    }

    /// Takes the rights of root from this thread while `body` runs; for anyone else the file system refuses as it is.
    private func withoutRights(_ body: () throws -> Void) throws {
        guard geteuid() == 0 else { return try body() }
        // The bare system call changes this thread alone; the C library's function would change the whole process.
        #expect(setfsuid(65534) == 0)
        defer { #expect(setfsuid(0) == 65534) }
        try body()
    }
}

/// The C library's plain system call, which its Swift module leaves out.
@_silgen_name("setfsuid") private func setfsuid(_ user: UInt32) -> Int32
