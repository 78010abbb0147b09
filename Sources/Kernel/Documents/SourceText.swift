/// The text of a file after the checks that every reader starts with: size, encoding, forbidden characters.
struct SourceText {
    /// The text without its byte order mark.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The place of the first byte of `bytes`.
    let start: SourcePosition
    let scan: TextScan

    init(
        _ file: SourceFile, _ all: UnsafeBufferPointer<UInt8>, _ characters: TextScan.Characters, _ limits: ReaderLimits,
        _ faults: inout ReaderFaults
    ) throws(ReadingStopped) {
        let whole = SourceSpan(startOf: file.id)
        guard all.count <= limits.bytes else { throw faults.stop(.fileTooLarge(all.count, limit: limits.bytes, at: whole)) }
        if let encoding = Self.otherEncoding(all) { throw faults.stop(.otherEncoding(encoding, at: whole)) }
        let mark = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes = UnsafeBufferPointer(rebasing: all[mark...])
        start = SourcePosition(line: 1, column: 1, byte: mark, utf16: 1)
        scan = TextScan(UnsafeRawBufferPointer(bytes), characters)
        switch scan.fault {
        case .notUTF8(let at):
            let byte = mark + at
            throw faults.stop(.notUTF8(all[byte], at: file.span(fromByte: byte, toByte: byte + 1)))
        case .forbidden(let scalar, let at):
            let byte = mark + at
            throw faults.stop(.forbiddenCharacter(scalar, at: file.span(fromByte: byte, toByte: byte + UTF8.width(scalar))))
        case nil: break
        }
    }

    /// UTF-16 or UTF-32, told by a byte order mark or by the zero bytes of an ASCII character (YAML 1.2.2, 5.2).
    private static func otherEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard bytes.count >= 4 else { return nil }
        if bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] != 0 { return "UTF-32" }
        if bytes[1] == 0, bytes[2] == 0, bytes[3] == 0, bytes[0] != 0 { return "UTF-32" }
        if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return "UTF-16" }
        if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return "UTF-16" }
        return nil
    }
}
