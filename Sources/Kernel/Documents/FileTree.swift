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

    /// A file or folder that could not be read, and why.
    public struct ReadFailure: Error, Sendable, Equatable {
        public var path: String
        public var reason: Text
    }

    /// What could not be read; a tree with failures is good for showing faults and for nothing else.
    public private(set) var failures: [ReadFailure] = []

    /// Whether a file, or a folder that it would lie in, could not be read.
    public func couldNotRead(_ path: String) -> Bool { failures.contains { path == $0.path || path.hasPrefix($0.path + "/") } }

    /// How many files and bytes a workspace may hold; beyond it something else lies in the folder by mistake.
    public static let maximumFiles = 100_000
    public static let maximumBytes = 128 << 20

    /// Reads every file of `folders` below `root`.
    ///
    /// Hidden files and editors' backups are passed over. A link to a file counts as the file; a link to a folder, a pipe or a device is
    /// a failure, since leaving it out would look as if what lies behind it had been removed. What can be read is read in spite of failures,
    /// except beyond the limits.
    ///
    /// - Parameters:
    ///   - root: the folder of the workspace.
    ///   - folders: the folders to read; one that does not exist counts as empty.
    ///   - files: single files to read beside the folders; one that does not exist is passed over.
    public static func read(root: String, folders: [String], files: [String] = []) -> FileTree {
        var tree = FileTree()
        var bytes = 0
        for path in files {
            switch tree.kind(Int(DT_UNKNOWN), root: root, path: path) {
            case .file: tree.readFile(root: root, path: path, bytes: &bytes)
            case .folder, .link: tree.fail(path, .folderForFile())
            case .other: tree.fail(path, .noFile())
            case nil: break
            }
        }
        for folder in folders { tree.read(root: root, folder: folder, bytes: &bytes) }
        tree.failures.sort { precedes($0.path, $1.path) }
        return tree
    }

    private mutating func fail(_ path: String, _ reason: Text) { failures.append(ReadFailure(path: path, reason: reason)) }

    private mutating func read(root: String, folder: String, bytes: inout Int) {
        guard let directory = opendir(root + "/" + folder) else {
            if errno != ENOENT { fail(folder, .systemReason(errno)) }
            return
        }
        defer { closedir(directory) }
        while bytes <= Self.maximumBytes, files.count <= Self.maximumFiles, let entry = readdir(directory) {
            let (name, isText) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { (String(cString: $0), String(validatingCString: $0) != nil) }
            }
            if name.hasPrefix(".") || name.hasSuffix("~") { continue }
            let path = folder + "/" + name
            guard isText else {
                fail(path, .nameNotUTF8())
                continue
            }
            switch kind(Int(entry.pointee.d_type), root: root, path: path) {
            case .folder where name.hasSuffix(".yaml"): fail(path, .folderForFile())
            case .folder: read(root: root, folder: path, bytes: &bytes)
            case .file: readFile(root: root, path: path, bytes: &bytes)
            case .link: fail(path, .linkToFolder())
            case .other: fail(path, .noFile())
            case nil: break
            }
        }
    }

    private mutating func readFile(root: String, path: String, bytes: inout Int) {
        let content: [UInt8]
        // One byte more than a reader takes, so that it can say that the file is too large.
        do { content = try FileContent.read(root + "/" + path, limit: ReaderLimits.standard.bytes + 1) } catch {
            fail(path, error.reason)
            return
        }
        bytes += content.count
        files[path] = content
        if files.count > Self.maximumFiles || bytes > Self.maximumBytes {
            fail(path, .tooMuch(files: Self.maximumFiles, mebibytes: Self.maximumBytes >> 20))
        }
    }

    private enum Kind { case folder, file, link, other }

    /// What an entry of a folder is; a link counts as the file that it leads to, and nil is a failure that has been noted.
    ///
    /// - Parameter type: what the folder itself says of it; only where that is not enough, the entry is looked at.
    private mutating func kind(_ type: Int, root: String, path: String) -> Kind? {
        if type == Int(DT_DIR) { return .folder }
        if type == Int(DT_REG) { return .file }
        guard type == Int(DT_LNK) || type == Int(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard stat(root + "/" + path, &status) == 0 else {
            // A single file that is asked for need not be there.
            if type != Int(DT_UNKNOWN) || errno != ENOENT {
                fail(path, type == Int(DT_LNK) && errno == ENOENT ? .linkToNothing() : .systemReason(errno))
            }
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return type == Int(DT_LNK) ? .link : .folder
        case S_IFREG: return .file
        default: return .other
        }
    }
}

extension Text {
    fileprivate static func folderForFile() -> Text {
        Text(
            nb: "det er en mappe, og skulle vært en fil", nn: "det er ei mappe, og skulle vore ei fil",
            en: "it is a folder, and should be a file")
    }

    fileprivate static func linkToFolder() -> Text {
        Text(
            nb: "det er en lenke til en mappe; legg selve mappen der", nn: "det er ei lenkje til ei mappe; legg sjølve mappa der",
            en: "it is a link to a folder; put the folder itself there")
    }

    fileprivate static func linkToNothing() -> Text {
        Text(
            nb: "det er en lenke til noe som ikke finnes", nn: "det er ei lenkje til noko som ikkje finst",
            en: "it is a link to something that does not exist")
    }

    fileprivate static func nameNotUTF8() -> Text {
        Text(
            nb: "navnet er ikke UTF-8; gi den et annet navn", nn: "namnet er ikkje UTF-8; gi den eit anna namn",
            en: "its name is not UTF-8; rename it")
    }

    fileprivate static func noFile() -> Text {
        Text(nb: "det er verken en fil eller en mappe", nn: "det er korkje ei fil eller ei mappe", en: "it is neither a file nor a folder")
    }

    fileprivate static func tooMuch(files: Int, mebibytes: Int) -> Text {
        Text(
            nb: "mer enn \(files) filer eller \(mebibytes) MiB", nn: "meir enn \(files) filer eller \(mebibytes) MiB",
            en: "more than \(files) files or \(mebibytes) MiB")
    }

    static func pipe() -> Text { Text(nb: "det er et rør", nn: "det er eit røyr", en: "it is a pipe") }
}
