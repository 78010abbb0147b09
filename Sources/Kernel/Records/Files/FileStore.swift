import Glibc

/// Files that people hand in, kept beside the store under their SHA-256.
///
/// A file is durable before the row that names it commits; what no row names after a failure is swept away.
public struct FileStore: Sendable {
    /// The folder, `files` beside the store.
    public let folder: String

    public init(store path: String) { folder = FilePaths.folder(of: path) + "/files" }

    /// Where a file lies.
    public func path(_ digest: String) -> String { "\(folder)/\(digest.prefix(2))/\(digest)" }

    /// Puts bytes there, and makes them durable.
    ///
    /// - Returns: the digest, and whether the file is new.
    /// - Throws: `StoreError.io`.
    func put(_ bytes: [UInt8]) throws -> (digest: String, isNew: Bool) {
        let digest = Digest.hex(bytes)
        let path = path(digest)
        if FilePaths.exists(path), (try? get(digest)) != nil { return (digest, false) }
        let parent = FilePaths.folder(of: path)
        do {
            try FileContent.makeFolder(parent)
            try FileContent.write(bytes, to: path)
        } catch {
            throw error.code == ENOSPC ? StoreError.diskFull(path: error.path) : .io(path: error.path, detail: error.reason)
        }
        FilePaths.sync(folder: parent)
        return (digest, true)
    }

    /// The bytes of a file.
    ///
    /// - Throws: `FileFault.lost` where it is gone or no longer what its name says.
    public func get(_ digest: String) throws -> [UInt8] {
        guard let bytes = try? FileContent.read(path(digest)), Digest.hex(bytes) == digest else { throw FileFault.lost(digest) }
        return bytes
    }

    /// Removes files that an action wrote and no row names.
    func sweep(_ digests: [String]) {
        for digest in digests { unlink(path(digest)) }
    }
}
