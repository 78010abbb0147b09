/// Why the store cannot be opened, read or written.
public enum StoreError: ExplainedError, Hashable {
    /// Why a store cannot be made.
    public enum Obstacle: Sendable, Hashable {
        /// The operating system refuses, with this `errno`.
        case system(Int32)
        /// A file of an earlier store lies there without that store.
        case leftover(String)
    }

    /// There is no store at the path.
    case missing(path: String)
    /// A new store cannot be made there.
    case cannotCreate(path: String, Obstacle)
    /// The file is not an SQLite database, or its first bytes are damaged.
    case notADatabase(path: String)
    /// A folder lies at the path.
    case folder(path: String)
    /// The database is damaged; `detail` is SQLite's own word.
    case damaged(path: String, detail: String)
    /// The database belongs to another program.
    case foreign(path: String, applicationID: Int32)
    /// The store was made by a newer kjerne.
    case newer(path: String, found: Int, known: Int)
    /// The store was made by an older kjerne and is opened for reading only, so that it cannot be brought up to date.
    case older(path: String, found: Int, known: Int)
    /// Another process has been writing for longer than the wait allowed.
    case busy(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// The file, its folder or the disk is read-only.
    case readOnly(path: String)
    /// The file cannot be read or written for another reason.
    case io(path: String, detail: Text)

    public var kind: ErrorKind {
        switch self {
        case .cannotCreate: .cannotCreate
        case .busy: .busy
        default: .storage
        }
    }

    /// The path of the store.
    public var path: String {
        switch self {
        case .missing(let path), .cannotCreate(let path, _), .notADatabase(let path), .folder(let path), .damaged(let path, _),
            .foreign(let path, _),
            .newer(let path, _, _), .older(let path, _, _), .busy(let path), .diskFull(let path), .readOnly(let path), .io(let path, _):
            path
        }
    }
}
