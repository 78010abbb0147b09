import Glibc

/// The files of a workspace, read once, so that everything in a run is computed from one moment's content.
///
/// A tree is also what `apply` stores and `undo` returns to, so nothing below cares whether it came from a disk or from the store.
public struct FileTree: Sendable, Equatable {
    /// Path from the workspace's folder, with `/`, to content.
    public private(set) var files: [String: [UInt8]]

    public init(_ files: [String: [UInt8]] = [:]) { self.files = files }

    /// The paths in byte order, which is the same on every machine.
    public var paths: [String] { files.keys.sorted(by: Self.precedes) }

    private static func precedes(_ a: String, _ b: String) -> Bool {
        let isBefore = a.utf8.withContiguousStorageIfAvailable { x in
            b.utf8.withContiguousStorageIfAvailable { y in
                guard let p = x.baseAddress, let q = y.baseAddress else { return x.count < y.count }
                let order = memcmp(p, q, min(x.count, y.count))
                return order < 0 || order == 0 && x.count < y.count
            }
        }
        return (isBefore ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    public subscript(path: String) -> [UInt8]? {
        get { files[path] }
        set { files[path] = newValue }
    }

    /// What went wrong while a folder was read.
    public struct ReadFailure: Error, Sendable {
        public var path: String
        public var reason: String
    }

    /// How many files and bytes a workspace may hold; beyond it something else lies in the folder by mistake.
    public static let maximumFiles = 100_000
    public static let maximumBytes = 128 << 20

    /// Reads every file of `folders` below `root`.
    ///
    /// Hidden files and editors' backups are passed over. A link to a file counts as the file; a link to a folder, a pipe or a device is
    /// an error, since leaving it out would look as if what lies behind it had been removed.
    ///
    /// - Parameters:
    ///   - root: the folder of the workspace.
    ///   - folders: the folders to read; one that does not exist counts as empty.
    ///   - files: single files to read beside the folders; what is there but no file is passed over.
    /// - Throws: `ReadFailure` for a file or folder that cannot be read, or more than the limits allow.
    public static func read(root: String, folders: [String], files: [String] = []) throws(ReadFailure) -> FileTree {
        var tree = FileTree()
        var bytes = 0
        for path in files where try kind(Int(DT_UNKNOWN), root: root, path: path) == .file {
            try tree.readFile(root: root, path: path, bytes: &bytes)
        }
        for folder in folders { try tree.read(root: root, folder: folder, bytes: &bytes) }
        return tree
    }

    private mutating func read(root: String, folder: String, bytes: inout Int) throws(ReadFailure) {
        guard let directory = opendir(root + "/" + folder) else {
            if errno == ENOENT { return }
            throw ReadFailure(path: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") || name.hasSuffix("~") { continue }
            let path = folder + "/" + name
            switch try Self.kind(Int(entry.pointee.d_type), root: root, path: path) {
            case .folder: try read(root: root, folder: path, bytes: &bytes)
            case .file: try readFile(root: root, path: path, bytes: &bytes)
            case .link: throw ReadFailure(path: path, reason: "it is a link to a folder; put the folder itself there")
            case .other: throw ReadFailure(path: path, reason: "it is neither a file nor a folder")
            }
        }
    }

    private mutating func readFile(root: String, path: String, bytes: inout Int) throws(ReadFailure) {
        let content: [UInt8]
        // One byte more than a reader takes, so that it can say that the file is too large.
        do { content = try FileContent.read(root + "/" + path, limit: ReaderLimits.standard.bytes + 1) } catch {
            throw ReadFailure(path: path, reason: error.reason)
        }
        bytes += content.count
        files[path] = content
        if files.count > Self.maximumFiles || bytes > Self.maximumBytes {
            throw ReadFailure(path: path, reason: "more than \(Self.maximumFiles) files or \(Self.maximumBytes >> 20) MiB")
        }
    }

    private enum Kind { case folder, file, link, other }

    /// What an entry of a folder is; a link counts as the file that it leads to.
    ///
    /// - Parameter type: what the folder itself says of it; only where that is not enough, the entry is looked at.
    private static func kind(_ type: Int, root: String, path: String) throws(ReadFailure) -> Kind {
        if type == Int(DT_DIR) { return .folder }
        if type == Int(DT_REG) { return .file }
        guard type == Int(DT_LNK) || type == Int(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard stat(root + "/" + path, &status) == 0 else { throw ReadFailure(path: path, reason: String(cString: strerror(errno))) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return type == Int(DT_LNK) ? .link : .folder
        case S_IFREG: return .file
        default: return .other
        }
    }
}
