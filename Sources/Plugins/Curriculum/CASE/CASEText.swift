import Crypto
import Kernel

/// Words of CASE that have a form: UUIDs, moments, days.
enum CASEText {
    /// A UUID in lower case; nil for anything else.
    static func uuid(_ text: String) -> String? {
        let units = Array(text.utf8)
        guard units.count == 36 else { return nil }
        for (index, unit) in units.enumerated() {
            switch unit {
            case UInt8(ascii: "-"): guard [8, 13, 18, 23].contains(index) else { return nil }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                guard ![8, 13, 18, 23].contains(index) else { return nil }
            default: return nil
            }
        }
        return text.lowercased()
    }

    /// The UUID that a URI always gives (RFC 9562 section 5.5, version 5, in the namespace of URLs).
    static func uuid(of uri: String) -> String {
        let namespace: [UInt8] = [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8]
        var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(uri.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(Hex.string(bytes))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }

    /// A moment as RFC 3339 has it; nil where it is none.
    ///
    /// One without an offset is taken as UTC, a day alone as its beginning.
    static func moment(_ text: String) -> String? {
        guard let match = text.wholeMatch(of: /(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(\.\d+)?\s*([Zz]|[+-]\d\d:?\d\d)?)?/) else {
            return nil
        }
        let fraction = String((match.3 ?? "").prefix(7))
        var offset = String(match.4 ?? "Z").uppercased()
        if offset.count == 5 { offset.insert(":", at: offset.index(offset.startIndex, offsetBy: 3)) }
        let moment = "\(match.1)T\(match.2 ?? "00:00:00")\(fraction)\(offset)"
        return (try? Instant(moment)) == nil ? nil : moment
    }

    /// The day of a date or a moment; nil where it is none.
    static func day(_ text: String) -> String? {
        let day = String(text.prefix(10))
        return (try? Day(day)) == nil ? nil : day
    }

    /// The language tag under which texts are kept: of `nb-NO` the `nb`, and two letters where there are two.
    static func language(_ text: String?) -> String? {
        guard let first = text?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first, !first.isEmpty else { return nil }
        return GrepTexts.tag(first.lowercased())
    }
}
