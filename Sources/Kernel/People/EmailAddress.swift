/// The form of an e-mail address.
enum EmailAddress {
    /// Whether the bytes look like an address that mail can be sent to: RFC 5321 lengths, a dot-atom or UTF-8 local part (RFC 6531), a
    /// domain of at least two labels.
    ///
    /// Quoted local parts and address literals, which no roster holds on purpose, are refused.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), (1...64).contains(at) else { return false }
        let local = bytes[..<at]
        let domain = bytes[(at + 1)...]
        guard local.allSatisfy(isAtom), !hasEmptyPart(local) else { return false }
        var labels = 0
        for label in domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-"),
                label.allSatisfy(isLabel)
            else { return false }
            labels += 1
        }
        return labels >= 2
    }

    private static func hasEmptyPart(_ local: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let dot = UInt8(ascii: ".")
        return local.first == dot || local.last == dot || zip(local, local.dropFirst()).contains { $0 == dot && $1 == dot }
    }

    private static func isLabel(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// `atext` and the dot of RFC 5322, section 3.2.3.
    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x21, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"),
            UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: "\""):
            false
        default: true
        }
    }
}
