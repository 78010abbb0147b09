/// One pass over the bytes of a text file, which tells whether it is UTF-8 and which shortcuts its content allows.
///
/// The pass runs before libyaml and the JSON reader, which therefore never meet a byte that they cannot decode.
struct TextScan {
    /// Why a file cannot be read as text.
    enum Fault: Equatable {
        /// The byte at this offset does not belong to any character in UTF-8 (Unicode 16.0, table 3-7).
        case notUTF8(at: Int)
        /// A character that a text file must not hold, at this offset.
        case forbidden(Unicode.Scalar, at: Int)
    }

    /// Which characters are let through, beside the rules of UTF-8.
    enum Characters { case yaml, json }

    /// No byte is above 0x7F, so that bytes, Unicode scalars and UTF-16 code units are the same.
    private(set) var isASCII = true
    /// Some character lies above U+FFFF, and so takes two UTF-16 code units.
    private(set) var hasAstral = false
    private(set) var fault: Fault?

    init(_ bytes: UnsafeRawBufferPointer, _ characters: Characters) {
        let count = bytes.count
        var at = 0
        while at < count {
            if at + 8 <= count, Self.isPrintableASCII(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                at += 8
                continue
            }
            let byte = bytes[at]
            if byte < 0x80 {
                if characters == .yaml, byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x0D, byte != 0x09 {
                    fault = .forbidden(Unicode.Scalar(byte), at: at)
                    return
                }
                at += 1
                continue
            }
            isASCII = false
            guard let (scalar, length) = Self.decode(bytes, at) else {
                fault = .notUTF8(at: at)
                return
            }
            if length == 4 { hasAstral = true }
            if characters == .yaml, Self.isForbidden(scalar.value) {
                fault = .forbidden(scalar, at: at)
                return
            }
            at += length
        }
    }

    /// Eight bytes that are all in 0x20 to 0x7E.
    private static func isPrintableASCII(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let below = (word &- 0x2020_2020_2020_2020) & ~word
        let delete = word &+ 0x0101_0101_0101_0101
        return (word | below | delete) & high == 0
    }

    /// Characters beyond ASCII that YAML's `c-printable` (YAML 1.2.2, 5.1) leaves out, and the three that libyaml takes for
    /// line breaks although YAML 1.2 and editors do not (5.4): with them, no line number would be right.
    private static func isForbidden(_ scalar: UInt32) -> Bool {
        scalar < 0xA0 || scalar == 0x2028 || scalar == 0x2029 || scalar == 0xFFFE || scalar == 0xFFFF
    }

    /// The character that starts at `at`, which is not ASCII; nil if the bytes are none (RFC 3629, section 4).
    private static func decode(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let first = bytes[at]
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard at + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = bytes[at + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
