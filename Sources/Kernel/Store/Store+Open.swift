import GRDB
import GRDBSQLite
import Glibc

extension Store {
    /// Opens the store at `path`, makes it if asked to, and brings its tables up to date when it is opened for writing.
    ///
    /// Making is all or nothing: a new store gets its name only when it is complete.
    /// - Parameters:
    ///   - path: the file; its folder is made with it.
    ///   - access: for reading, or for writing.
    ///   - wait: how long to wait for another process that writes, in seconds.
    /// - Throws: `StoreError`, whichever way the file is at fault.
    public static func open(at path: String, access: Access, wait: Double = 5) throws -> Store {
        if !FilePaths.exists(path) {
            guard access == .readWrite(create: true) else { throw StoreError.missing(path: path) }
            try StoreCreation(path: path).run()
        }
        try checkHeader(path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(access, wait: wait))
            let store = Store(path: path, queue: queue)
            try store.prepare(queue, access)
            return store
        } catch let error as DatabaseError {
            throw StoreError(error, path: path) ?? error
        }
    }

    /// How every connection is set up.
    static func configuration(_ access: Access, wait: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(wait)
        configuration.label = "kjerne"
        configuration.prepareDatabase { db in
            // A file may come from anywhere: its schema runs nothing, and its pages are checked as they are read.
            // What is deleted is overwritten.
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON
                    """)
        }
        return configuration
    }

    /// SQLite itself takes a short file for an empty database; a store cut to nothing must not look like a new one.
    private static func checkHeader(_ path: String) throws(StoreError) {
        var status = stat()
        // Opening a pipe would wait for whoever writes into it.
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw status.st_mode & S_IFMT == S_IFDIR ? .folder(path: path) : .notADatabase(path: path)
        }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .io(path: path, detail: .systemReason(errno)) }
        defer { Glibc.close(descriptor) }
        let magic = Array("SQLite format 3\0".utf8)
        let start = withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { buffer in
            Array(buffer.prefix(max(0, Glibc.read(descriptor, buffer.baseAddress, 100))))
        }
        guard start.count == 100, start.starts(with: magic) else { throw .notADatabase(path: path) }
    }

    private func prepare(_ queue: DatabaseQueue, _ access: Access) throws {
        let version = try queue.writeWithoutTransaction { db in
            if access != .readOnly {
                guard sqlite3_db_readonly(db.sqliteConnection, "main") == 0 else { throw StoreError.readOnly(path: path) }
            }
            return try KernelTables.version(db, path: path)
        }
        switch access {
        case .readOnly:
            guard version == KernelTables.format else {
                throw StoreError.older(path: path, found: version, known: KernelTables.format)
            }
        case .readWrite:
            try queue.writeWithoutTransaction { db in
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
                guard version < KernelTables.format else { return }
                try db.inTransaction(.immediate) {
                    try KernelTables.migrate(db, from: KernelTables.version(db, path: path))
                    return .commit
                }
            }
        }
    }
}
