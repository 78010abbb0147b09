import GRDB
import Glibc

/// The making of a new store: complete under another name first, then named at once.
struct StoreCreation {
    let path: String

    /// Makes the store, unless another process has made it meanwhile.
    func run() throws {
        let folder = FilePaths.folder(of: path)
        let madeFolders: [String]
        do {
            madeFolders = try FilePaths.makeFolders(folder)
        } catch {
            throw StoreError.cannotCreate(path: path, .system(error.code))
        }
        do {
            try checkLeftovers()
            try make()
            FilePaths.sync(folder: folder)
        } catch {
            FilePaths.remove(folders: madeFolders)
            throw error
        }
    }

    /// SQLite would play back a journal that belonged to another file of this name.
    private func checkLeftovers() throws(StoreError) {
        for suffix in ["-wal", "-journal"] where FilePaths.exists(path + suffix) && !FilePaths.exists(path) {
            throw .cannotCreate(path: path, .leftover(path + suffix))
        }
    }

    private func make() throws {
        let draft = "\(path).new-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
        defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
        do {
            let queue = try DatabaseQueue(path: draft, configuration: Store.configuration(.readWrite(create: true), wait: 0))
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try KernelTables.migrate(db, from: 0)
                    return .commit
                }
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw obstacle(error)
        }
        if link(draft, path) != 0, errno != EEXIST {
            throw StoreError.cannotCreate(path: path, .system(errno))
        }
    }

    private func obstacle(_ error: DatabaseError) -> any Error {
        switch error.resultCode {
        case .SQLITE_FULL: return StoreError.cannotCreate(path: path, .system(ENOSPC))
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR:
            let code = FilePaths.isWritable(FilePaths.folder(of: path)) ? EIO : errno
            return StoreError.cannotCreate(path: path, .system(code))
        default: return error
        }
    }
}
