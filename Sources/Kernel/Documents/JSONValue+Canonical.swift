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
        let isBefore = a.utf8.withContiguousStorageIfAvailable { x in
            b.utf8.withContiguousStorageIfAvailable { y -> Bool? in
                for position in 0..<min(x.count, y.count) where x[position] != y[position] {
                    return x[position] < 0xF0 && y[position] < 0xF0 ? x[position] < y[position] : nil
                }
                return x.count < y.count
            }
        }
        return isBefore.flatMap(\.self).flatMap(\.self) ?? a.utf16.lexicographicallyPrecedes(b.utf16)
    }

    /// The positions of the members in the order of their names.
    private static func order(_ members: [(key: String, value: JSONValue)]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(members.count)
        var isSorted = true
        for position in members.indices {
            order.append(position)
            if position > 0 && isSorted && precedes(members[position].key, members[position - 1].key) { isSorted = false }
        }
        if !isSorted { order.sort { precedes(members[$0].key, members[$1].key) } }
        return order
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
            var isFirst = true
            for position in Self.order(members) {
                if !isFirst { text.append(UInt8(ascii: ",")) }
                isFirst = false
                JSONWriter.append(members[position].key, to: &text)
                text.append(UInt8(ascii: ":"))
                try members[position].value.appendCanonical(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }
}
