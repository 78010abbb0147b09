import GRDB
import Glibc

extension StoreError {
    /// What an SQLite result code means for the store at `path`; nil where the fault is the caller's (a constraint, a syntax error).
    ///
    /// - SeeAlso: sqlite.org/rescode.html
    init?(_ error: DatabaseError, path: String) {
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS:
            self = .damaged(path: path, detail: error.message ?? "short read")
            return
        default: break
        }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_FORMAT: self = .damaged(path: path, detail: error.message ?? "malformed")
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_CANTOPEN:
            self =
                !FilePaths.isWritable(FilePaths.folder(of: path))
                ? .readOnly(path: path)
                : .io(
                    path: path, detail: Text(nb: "filen lar seg ikke åpne", nn: "fila lèt seg ikkje opne", en: "the file cannot be opened"))
        // SQLite cannot tell why it may not lengthen the file beside the store that its processes share.
        case .SQLITE_IOERR where FilePaths.isFull(FilePaths.folder(of: path)): self = .diskFull(path: path)
        case .SQLITE_IOERR, .SQLITE_PERM:
            self = .io(path: path, detail: .systemReason(error.resultCode == .SQLITE_PERM ? EACCES : EIO))
        default:
            // What the kernel asks for is in every store of its format.
            guard let table = Self.missingTable(error), table.hasPrefix("kernel_") else { return nil }
            self = .damaged(path: path, detail: error.message ?? table)
        }
    }

    /// The table that a statement names and the database lacks; nil for every other fault.
    static func missingTable(_ error: DatabaseError) -> String? {
        let beginning = "no such table: "
        guard error.resultCode == .SQLITE_ERROR, let message = error.message, message.hasPrefix(beginning) else { return nil }
        let name = message.dropFirst(beginning.count)
        return String(name.hasPrefix("main.") ? name.dropFirst(5) : name)
    }
}
