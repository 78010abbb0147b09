/// Texts in headers: as they are where they are short and plain, else as encoded words (RFC 2047) of UTF-8 in base64.
enum EncodedWords {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let (opening, closing) = ("=?UTF-8?B?", "?=")
    /// A line that holds an encoded word has at most 76 characters (RFC 2047, section 2).
    static let longestLine = 76

    /// The words of a text, to be parted by a blank or a fold.
    ///
    /// - Parameters:
    ///   - text: one line.
    ///   - used: characters that stand on the first line before it.
    ///   - isPhrase: whether it stands before an address, where fewer characters may stand as they are.
    static func words(_ text: String, after used: Int, isPhrase: Bool) -> [String] {
        if isPlain(text, isPhrase: isPhrase), used + text.utf8.count <= longestLine { return [text] }
        var words: [String] = []
        var chunk: [UInt8] = []
        var room = bytes(in: longestLine - used)
        for character in text {
            let bytes = Array(character.utf8)
            // A character of many scalars is parted between them, never within one.
            let pieces = bytes.count <= 45 ? [bytes] : character.unicodeScalars.map { Array(String($0).utf8) }
            for piece in pieces {
                if chunk.count + piece.count > room, !chunk.isEmpty {
                    words.append(word(chunk))
                    chunk = []
                    room = self.bytes(in: longestLine - 1)
                }
                chunk += piece
            }
        }
        words.append(word(chunk))
        return words
    }

    /// How many bytes an encoded word of so many characters holds: at most 45, so that it is no longer than 75.
    private static func bytes(in width: Int) -> Int { max(4, min(45, (min(width, 75) - opening.count - closing.count) / 4 * 3)) }

    private static func word(_ bytes: [UInt8]) -> String { opening + base64(bytes) + closing }

    private static func isPlain(_ text: String, isPhrase: Bool) -> Bool {
        guard !text.isEmpty, !text.hasPrefix(" "), !text.hasSuffix(" "), !text.contains("=?") else { return false }
        return text.utf8.allSatisfy { byte in
            byte == 0x20
                || (isPhrase ? byte.isLetter || byte.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) : (0x21...0x7E).contains(byte))
        }
    }

    static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for digit in 0..<4 {
                text.append(digit <= group.count ? alphabet[number >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
