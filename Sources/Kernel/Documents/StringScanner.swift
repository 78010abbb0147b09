/// Reads a small notation from the front of a string, byte by byte, and knows where it is.
struct StringScanner {
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }
    /// Everything not read yet.
    var rest: Range<Int> { position..<bytes.count }
    var whole: Range<Int> { 0..<bytes.count }

    /// The whole character at the position; empty at the end.
    var character: Range<Int> {
        guard position < bytes.count else { return position..<position }
        var end = position + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return position..<end
    }

    /// The run of characters from the position up to the next space.
    var word: Range<Int> {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        return position..<end
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Takes bytes as long as they satisfy the condition.
    mutating func take(while condition: (UInt8) -> Bool) -> Range<Int> {
        let start = position
        while position < bytes.count, condition(bytes[position]) { position += 1 }
        return start..<position
    }

    mutating func skipSpaces() { _ = take { $0 == UInt8(ascii: " ") } }

    /// Takes exactly `count` digits; nil, and the position where the first one is missing, if there are fewer.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = current, byte.isDigit else { return nil }
            value = value * 10 + Int(byte - 48)
            position += 1
        }
        return value
    }

    /// The value of a run of digits; nil if it is empty or greater than `limit`.
    func value(_ range: Range<Int>, limit: Int) -> Int? {
        guard !range.isEmpty else { return nil }
        var value = 0
        for byte in bytes[range] {
            value = value * 10 + Int(byte &- 48)
            if value > limit { return nil }
        }
        return value
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The stretch for use in a message, cut where it is long.
    func excerpt(_ range: Range<Int>) -> String { text(range).excerpt }
}

extension UInt8 {
    var isDigit: Bool { self >= 48 && self <= 57 }
    var isLowercase: Bool { self >= 97 && self <= 122 }
    var isLetter: Bool { (self | 32).isLowercase }
}
