import Kernel

/// A single file.
final class FileArchive: Archive {
    private let bytes: [UInt8]
    let paths: [String]
    var digest: String { Digest.hex(bytes) }

    /// - Parameter name: the file's name for messages.
    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        paths = [name]
    }

    func forEach(of paths: [String], _ body: (_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        for path in paths { try bytes.withUnsafeBufferPointer { try body(path, $0) } }
    }
}
