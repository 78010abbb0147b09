/// Reads the ASCII grammars behind `StringFormat`.
struct FormatScanner {
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }
    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == character.value else { return false }
        position += 1
        return true
    }

    /// Takes an ASCII letter in either case.
    mutating func take(letter: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next | 0x20) == letter.value | 0x20 else { return false }
        position += 1
        return true
    }

    /// Takes as many bytes as `allowed` holds for, and gives their number.
    mutating func skip(_ allowed: (UInt8) -> Bool) -> Int {
        let start = position
        while let next, allowed(next) { position += 1 }
        return position - start
    }

    /// Exactly `count` decimal digits.
    mutating func number(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard Self.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 <= 25 }
    static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 <= 5 }

    // MARK: Dates and times, RFC 3339 section 5.6

    mutating func date() -> Bool {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return false }
        guard (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day <= length
    }

    mutating func dateTime() -> Bool {
        guard date(), take(letter: "T") else { return false }
        guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2) else { return false }
        guard hour <= 23, minute <= 59, second <= 60 else { return false }
        if take(".") { guard skip(Self.isDigit) > 0 else { return false } }
        var offset = 0
        if !take(letter: "Z") {
            let sign = take("+") ? 1 : take("-") ? -1 : 0
            guard sign != 0, let hours = number(2), take(":"), let minutes = number(2), hours <= 23, minutes <= 59 else { return false }
            offset = sign * (hours * 60 + minutes)
        }
        let day = 24 * 60
        if second == 60 && ((hour * 60 + minute - offset) % day + day) % day != day - 1 { return false }
        return isAtEnd
    }

    /// RFC 3339, appendix A: units in falling order without a gap, weeks alone.
    mutating func duration() -> Bool {
        guard take("P") else { return false }
        if let next, next != 0x54 {
            guard let units = units(["Y", "M", "D"], alone: "W") else { return false }
            if isAtEnd { return true }
            if units == 0 { return false }
        }
        guard take("T"), let units = units(["H", "M", "S"], alone: nil) else { return false }
        return units > 0 && isAtEnd
    }

    /// About how many days a duration takes that has been read as one; years of 366 days and months of 31.
    static func days(ofDuration text: String) -> Double {
        var (days, number, isTime) = (0.0, 0.0, false)
        for byte in text.utf8 {
            if isDigit(byte) {
                number = number * 10 + Double(byte - 0x30)
                continue
            }
            switch byte {
            case UInt8(ascii: "T"): isTime = true
            case UInt8(ascii: "Y"): days += number * 366
            case UInt8(ascii: "M"): days += isTime ? number / 1_440 : number * 31
            case UInt8(ascii: "W"): days += number * 7
            case UInt8(ascii: "D"): days += number
            case UInt8(ascii: "H"): days += number / 24
            case UInt8(ascii: "S"): days += number / 86_400
            default: break
            }
            number = 0
        }
        return days
    }

    /// How many units were read; 0 for the one that stands alone, nil for none or for a gap between them.
    private mutating func units(_ order: [Unicode.Scalar], alone: Unicode.Scalar?) -> Int? {
        var read = 0
        var from = 0
        while let next, Self.isDigit(next) {
            _ = skip(Self.isDigit)
            if let alone, read == 0, take(alone) { return 0 }
            guard let unit = order.indices.first(where: { $0 >= from && take(order[$0]) }), read == 0 || unit == from else { return nil }
            from = unit + 1
            read += 1
        }
        return read > 0 ? read : nil
    }

    // MARK: UUID

    mutating func uuid() -> Bool {
        for (group, length) in [8, 4, 4, 4, 12].enumerated() {
            if group > 0 && !take("-") { return false }
            if skip(Self.isHexadecimal) != length { return false }
        }
        return isAtEnd
    }
}
