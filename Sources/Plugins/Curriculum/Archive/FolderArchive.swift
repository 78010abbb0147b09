import Glibc
import Kernel

/// A folder and the folders in it; what begins with a dot is not looked at, and links are not followed.
final class FolderArchive: Archive {
    private let name: String
    private let root: String
    private let limits: ArchiveLimits
    let paths: [String]
    let asides: [String]
    private var digests: [String: String] = [:]

    /// Of the paths and contents of the files that were read.
    var digest: String {
        Digest.hex(digests.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }.joined().utf8)
    }

    /// - Parameters:
    ///   - root: the folder's path; of a single file the file's.
    ///   - name: its name for messages.
    init(_ root: String, name: String, limits: ArchiveLimits = .standard) throws {
        self.root = root
        self.name = name
        self.limits = limits
        var found: [String] = []
        var asides: [String] = []
        try Self.list(root, "", &found, &asides, limits, name)
        paths = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.asides = asides.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func list(
        _ root: String, _ folder: String, _ found: inout [String], _ asides: inout [String], _ limits: ArchiveLimits, _ name: String
    ) throws {
        guard let handle = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else {
            throw SourcedFaults(.unreadable(folder.isEmpty ? name : "\(name)/\(folder)", .systemReason(errno)))
        }
        defer { closedir(handle) }
        var folders: [String] = []
        while let entry = readdir(handle) {
            let file = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !file.hasPrefix(".") else { continue }
            let path = folder.isEmpty ? file : "\(folder)/\(file)"
            var status = stat()
            guard lstat("\(root)/\(path)", &status) == 0 else {
                throw SourcedFaults(.unreadable("\(name)/\(path)", .systemReason(errno)))
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: found.append(path)
            case S_IFDIR: folders.append(path)
            default: asides.append(path)
            }
            guard found.count + asides.count <= limits.entries else { throw SourcedFaults(.archiveTooLarge(name, entry: nil)) }
        }
        for path in folders {
            if path.split(separator: "/").count <= 16 { try list(root, path, &found, &asides, limits, name) } else { asides.append(path) }
        }
    }

    func forEach(of paths: [String], _ body: (_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        var total = 0
        for path in paths {
            let bytes = try content(path)
            total += bytes.count
            guard total <= limits.total else { throw SourcedFaults(.archiveTooLarge(name, entry: path)) }
            digests[path] = Digest.hex(bytes)
            try bytes.withUnsafeBufferPointer { try body(path, $0) }
        }
    }

    private func content(_ path: String) throws -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try FileContent.read("\(root)/\(path)", limit: limits.entry) } catch {
            throw SourcedFaults(.unreadable("\(name)/\(path)", error.reason))
        }
        guard bytes.count <= limits.entry else { throw SourcedFaults(.archiveTooLarge(name, entry: path)) }
        return bytes
    }
}
