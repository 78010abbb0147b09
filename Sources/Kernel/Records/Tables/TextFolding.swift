import Foundation

/// Folds texts for searching, so that a text is found with and without its marks.
///
/// Letters of Norwegian and the Sámi languages become the letters that people type instead: å á → a, č → c, š → s, ž → z, ø → o, æ → ae,
/// đ → d, ŋ → n, ŧ → t. Other letters lose their combining marks; everything is in lower case.
public enum TextFolding {
    /// Folds UTF-8 text and appends it; letters of ASCII and those of the languages here without going by `String`.
    static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        folded.append(contentsOf: fold(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    public static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "ø": folded.append("o")
            case "æ": folded.append(contentsOf: "ae".unicodeScalars)
            case "đ", "ð": folded.append("d")
            case "ŋ": folded.append("n")
            case "ŧ": folded.append("t")
            case "ß": folded.append(contentsOf: "ss".unicodeScalars)
            case "þ": folded.append(contentsOf: "th".unicodeScalars)
            case "œ": folded.append(contentsOf: "oe".unicodeScalars)
            case "ł": folded.append("l")
            default:
                if scalar.properties.generalCategory != .nonspacingMark { folded.append(scalar) }
            }
        }
        return String(folded)
    }
}
