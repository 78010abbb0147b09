import Foundation

/// Folds texts for searching, so that a text is found with and without its marks.
///
/// Letters of Norwegian and the Sámi languages become the letters that people type instead: å á → a, č → c, š → s, ž → z, ø → o, æ → ae,
/// đ → d, ŋ → n, ŧ → t. Other letters lose their combining marks; everything is in lower case.
public enum TextFolding {
    /// Folds UTF-8 text and appends it; text in ASCII and the common letters of Norwegian and the Sámi languages byte by byte.
    static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        let start = folded.count
        folded.reserveCapacity(start + bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                folded.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
                index += 1
                continue
            }
            if let count = mark(bytes, at: index) {
                folded.append(contentsOf: bytes[index..<index + count])
                index += count
                continue
            }
            guard index + 1 < bytes.count, let letter = letter(UInt16(byte) << 8 | UInt16(bytes[index + 1])) else {
                // Something rarer is in it: the whole text goes the slow way.
                folded.removeSubrange(start...)
                folded.append(contentsOf: foldRare(String(decoding: bytes, as: UTF8.self)).utf8)
                return
            }
            folded.append(letter.0)
            if letter.1 != 0 { folded.append(letter.1) }
            index += 2
        }
    }

    /// How many bytes a common mark takes that folds to itself: «, », spaces, dashes and quotation marks; nil for anything else.
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        if bytes[index] == 0xC2, index + 1 < bytes.count, (0xA0...0xBF).contains(bytes[index + 1]) { return 2 }
        guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, (0x90...0xBF).contains(bytes[index + 2]) else {
            return nil
        }
        return 3
    }

    /// What a letter of two bytes folds to; nil for one that is not listed.
    ///
    /// A combining mark after it is not listed either.
    private static func letter(_ pair: UInt16) -> (UInt8, UInt8)? {
        switch pair {
        case 0xC3A6, 0xC386: (UInt8(ascii: "a"), UInt8(ascii: "e"))
        case 0xC3B8, 0xC398: (UInt8(ascii: "o"), 0)
        case 0xC3A0...0xC3A5, 0xC380...0xC385: (UInt8(ascii: "a"), 0)
        case 0xC3A8...0xC3AB, 0xC388...0xC38B: (UInt8(ascii: "e"), 0)
        case 0xC3B2...0xC3B6, 0xC392...0xC396: (UInt8(ascii: "o"), 0)
        case 0xC3B9...0xC3BC, 0xC399...0xC39C: (UInt8(ascii: "u"), 0)
        case 0xC3AF, 0xC38F: (UInt8(ascii: "i"), 0)
        case 0xC48C, 0xC48D: (UInt8(ascii: "c"), 0)
        case 0xC490, 0xC491: (UInt8(ascii: "d"), 0)
        case 0xC58A, 0xC58B: (UInt8(ascii: "n"), 0)
        case 0xC5A0, 0xC5A1: (UInt8(ascii: "s"), 0)
        case 0xC5A6, 0xC5A7: (UInt8(ascii: "t"), 0)
        case 0xC5BD, 0xC5BE: (UInt8(ascii: "z"), 0)
        default: nil
        }
    }

    /// Folds a text, in time that grows with its length alone.
    public static func fold(_ text: String) -> String {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { fold($0, into: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Folds scalar by scalar: to put the marks of a whole text in order before they are dropped would take time with the square of a run.
    private static func foldRare(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                continue
            }
            let letters = known[scalar] ?? foldRare(scalar)
            known[scalar] = letters
            folded.append(contentsOf: letters)
        }
        return String(folded)
    }

    private static func foldRare(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars.flatMap { scalar in
            let letters: String? =
                switch scalar {
                case "ø": "o"
                case "æ": "ae"
                case "đ", "ð": "d"
                case "ŋ": "n"
                case "ŧ": "t"
                case "ß": "ss"
                case "þ": "th"
                case "œ": "oe"
                case "ł": "l"
                default: nil
                }
            if let letters { return Array(letters.unicodeScalars) }
            return scalar.properties.generalCategory == .nonspacingMark ? [] : [scalar]
        }
    }
}
