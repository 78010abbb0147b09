/// A zip made byte by byte, so that tests can spoil it.
enum StoredZip {
    /// - Parameter content: what the bytes of the file are when they are inflated; nil for a file without compression.
    static func make(_ files: [(name: String, content: [UInt8])], holding content: [UInt8]? = nil, claiming size: UInt32? = nil) -> [UInt8]
    {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = UInt32(bytes.count)
            let name = Array(file.name.utf8)
            let stored = UInt32(file.content.count)
            let common: [UInt8] =
                le16(20) + le16(0) + le16(content == nil ? 0 : 8) + le16(0) + le16(0x21) + le32(crc(content ?? file.content))
                + le32(stored) + le32(size ?? content.map { UInt32($0.count) } ?? stored)
                + le16(UInt16(name.count)) + le16(0)
            bytes += le32(0x0403_4B50) + common + name + file.content
            directory +=
                le32(0x0201_4B50) + le16(20) + common + le16(0) + le16(0) + le16(0) + le32(0) + le32(offset) + name
        }
        let start = UInt32(bytes.count)
        let count = UInt16(files.count)
        return bytes + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count) + le32(UInt32(directory.count))
            + le32(start) + le16(0)
    }

    /// A zip of one file of so many spaces, a multiple of 2064 and one more: 13 bytes make 2064 of them, which is as far as deflate swells.
    ///
    /// The stream is one block with fixed codes (RFC 1951, 3.2.6): the space itself, then "258 more of the last" again and again.
    static func bomb(_ name: String, blocks: Int) -> [UInt8] {
        var bits: [UInt8] = []
        func append(_ code: Int, _ length: Int) { for place in (0..<length).reversed() { bits.append(UInt8(code >> place & 1)) } }
        bits += [1, 1, 0]
        append(0x30 + 0x20, 8)
        for _ in 0..<(blocks * 8) {
            append(0b1100_0101, 8)
            append(0, 5)
        }
        append(0, 7)
        let packed = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) { $0 | $1.element << UInt8($1.offset) }
        }
        return make([(name, packed)], holding: [UInt8](repeating: 0x20, count: blocks * 2064 + 1))
    }

    /// A zip whose one file says that it is encrypted.
    static func locked(_ name: String, _ content: [UInt8]) -> [UInt8] {
        var bytes = make([(name, content)])
        bytes[6] |= 1
        bytes[30 + name.utf8.count + content.count + 8] |= 1
        return bytes
    }

    private static func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
    private static func le32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
