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
            for position in CanonicalOrder.positions(members.count, name: { members[$0].key }) {
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
