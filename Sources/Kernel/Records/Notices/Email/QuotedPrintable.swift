/// Quoted-printable text (RFC 2045, section 6.7): lines of at most 76 characters of printable ASCII.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let longestLine = 76

    /// - Parameter text: lines that end with LF.
    /// - Returns: lines that end with CR LF.
    static func encode(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
            encode(Array(line), to: &encoded)
        }
        return encoded
    }

    private static func encode(_ line: [UInt8], to encoded: inout [UInt8]) {
        var column = 0
        for (position, byte) in line.enumerated() {
            let isLast = position == line.count - 1
            let token = self.token(byte, first: position == 0 && startsBadly(line), last: isLast)
            // A soft break needs a place of its own, unless the line ends here.
            if column + token.count > (isLast ? longestLine : longestLine - 1) {
                encoded += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            encoded += token
            column += token.count
        }
        encoded += [0x0D, 0x0A]
    }

    private static func token(_ byte: UInt8, first: Bool, last: Bool) -> [UInt8] {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !last
        return isPlain && !first ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// Lines that mailboxes and servers take for something else: `From ` and a lone dot.
    private static func startsBadly(_ line: [UInt8]) -> Bool { line.starts(with: Array("From ".utf8)) || line.first == UInt8(ascii: ".") }
}
