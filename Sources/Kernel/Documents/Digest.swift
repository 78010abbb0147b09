import Crypto

/// SHA-256, written the way files and outputs show it.
public enum Digest {
    /// The digest as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        hex(SHA256.hash(data: Array(bytes)))
    }

    static func hex(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension FileTree {
    /// One digest over all paths and contents.
    public var digest: String {
        var hash = SHA256()
        for path in paths {
            let content = files[path] ?? []
            hash.update(data: Array("\(path.utf8.count) \(path) \(content.count)\n".utf8))
            hash.update(data: content)
        }
        return Digest.hex(hash.finalize())
    }
}
