/// The escapes of JSON strings.
enum JSONEscapes {
    /// The text that a string with escapes stands for; the reader has refused half a surrogate pair.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var units: [UInt8] = []
        units.reserveCapacity(bytes.count)
        var index = 0
        var high: UInt32?
        func put(_ scalar: UInt32) {
            units.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        }
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                units.append(byte)
                index += 1
                continue
            }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "r"): units.append(0x0D)
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0C)
            case UInt8(ascii: "u"):
                let digits = bytes[index..<min(index + 4, bytes.count)]
                index += digits.count
                let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
                if (0xD800..<0xDC00).contains(unit) {
                    high = unit
                    continue
                }
                if let first = high, (0xDC00..<0xE000).contains(unit) {
                    put(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
                } else {
                    put(unit)
                }
            default: units.append(bytes[index - 1])
            }
            high = nil
        }
        return String(decoding: units, as: UTF8.self)
    }
}
