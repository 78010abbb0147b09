import Foundation

/// What a person or an organisation can be called in files and on the command line.
enum PersonID {
    /// Whether the bytes are such a name: it stands in paths, in addresses and on the command line, and two that look the same must be one.
    ///
    /// At most 255 bytes of UTF-8, no `"`, `/` or `\`, neither space, full stop nor hyphen first, no space last; every character can be seen and
    /// stands in composed form (NFC, Unicode Standard Annex 15).
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 255, let first = bytes.first, let last = bytes.last else { return false }
        let refused: [UInt8] = [0x20, UInt8(ascii: "."), UInt8(ascii: "-")]
        guard !refused.contains(first), last != 0x20, !bytes.contains(where: { "\"/\\".utf8.contains($0) }) else { return false }
        guard !PlainText.isPlainASCII(bytes, 0..<bytes.count) else { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.allSatisfy(isVisible) && text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes)
    }

    /// Whether it is what the log calls one who is no person.
    static func isReserved(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        ["operator", "system", "anonymous"].contains { bytes.elementsEqual($0.utf8) }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isNoncharacterCodePoint
        }
    }
}
