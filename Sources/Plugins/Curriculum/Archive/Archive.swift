import Kernel

/// A set of files that belong together: a zip or a folder.
protocol Archive: AnyObject {
    /// The paths of its files within it, in order of bytes.
    var paths: [String] { get }
    /// The paths of what is no file of its own: links, pipes, folders that lie too deep. They are not read, and that is told.
    var asides: [String] { get }
    /// SHA-256 of all of it, in hexadecimal; known when all files have been read.
    var digest: String { get }

    /// Hands the content of those files to `body`, in their order; the bytes are gone when it returns.
    ///
    /// - Throws: `SourcedFaults` where a file cannot be read whole.
    func forEach(of paths: [String], _ body: (_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Void) throws
}

extension Archive {
    var asides: [String] { [] }
}

/// How much an archive may hold before it is refused.
struct ArchiveLimits {
    /// Bytes of a zip file.
    var file = 256 << 20
    var entries = 250_000
    /// Bytes of one file in it.
    var entry = 32 << 20
    /// Bytes of all files in it.
    var total = 1 << 30
    /// How many times larger than its compressed form the content may be, where it is larger than `compact` bytes.
    var ratio = 150
    var compact = 4 << 20

    static let standard = ArchiveLimits()
}
