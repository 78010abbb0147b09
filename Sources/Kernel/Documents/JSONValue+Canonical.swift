extension JSONValue {
    /// Thrown for a number that JSON cannot hold: NaN or an infinity.
    public struct NotFinite: Error, Sendable, Hashable {
        public var number: Double
    }

    /// The value in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it, for hashing: UTF-8, no blanks,
    /// members sorted by the UTF-16 code units of their names, numbers as JavaScript writes them.
    ///
    /// Integers beyond ±2^53 are written as the nearest double, as the scheme requires.
    /// - Throws: `NotFinite` for NaN and infinities.
    public var canonical: [UInt8] {
        get throws(NotFinite) {
            var text: [UInt8] = []
            try appendCanonical(to: &text)
            return text
        }
    }

    /// Whether a name comes before another by UTF-16 code units.
    ///
    /// Bytes of UTF-8 give the same order unless a scalar beyond U+FFFF, whose lead byte is 0xF0 or more, meets one above the surrogates.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        for (x, y) in zip(a.utf8, b.utf8) where x != y {
            return x < 0xF0 && y < 0xF0 ? x < y : a.utf16.lexicographicallyPrecedes(b.utf16)
        }
        return a.utf8.count < b.utf8.count
    }

    private func appendCanonical(to text: inout [UInt8]) throws(NotFinite) {
        switch self {
        case .null: text += "null".utf8
        case .bool(let bool): text += (bool ? "true" : "false").utf8
        case .integer(let integer):
            text += (integer.magnitude <= 1 << 53 ? String(integer) : ECMAScriptNumber.text(Double(integer))).utf8
        case .number(let double):
            guard double.isFinite else { throw NotFinite(number: double) }
            text += ECMAScriptNumber.text(double).utf8
        case .string(let string): JSONWriter.append(string, to: &text)
        case .array(let items):
            text.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0 { text.append(UInt8(ascii: ",")) }
                try item.appendCanonical(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            let sorted = members.sorted { Self.precedes($0.key, $1.key) }
            for (position, member) in sorted.enumerated() {
                if position > 0 { text.append(UInt8(ascii: ",")) }
                JSONWriter.append(member.key, to: &text)
                text.append(UInt8(ascii: ":"))
                try member.value.appendCanonical(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }
}
