/// Fields of CSV that programs read right and spreadsheets do not run.
enum CSVText {
    /// The field in quotes, if it holds what would end it.
    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), 9, 10, 13].contains($0) }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// The text with an apostrophe wherever a spreadsheet would see the beginning of a formula.
    ///
    /// That is at the beginning of the text, and after a semicolon, a tab or the end of a line within it, where a spreadsheet set up for
    /// another separator begins a field. Signs (`=`, `+`, `-`, `@` and their wide forms) count also after blanks. A number stays as it is.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isSign($0) || $0 == "\t" || $0 == "\r" || $0 == "\n" }), !isNumber(text) else {
            return text
        }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var beginsField = true
        for (position, scalar) in scalars.enumerated() {
            if beginsField, startsFormula(scalars[position...]) { result.append("'") }
            beginsField = scalar == ";" || scalar == "\t" || scalar == "\n" || scalar == "\r"
            result.append(scalar)
        }
        return String(result)
    }

    private static func startsFormula(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        if rest.startIndex == 0, let first = rest.first, first == "\t" || first == "\r" || first == "\n" { return true }
        guard let sign = rest.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
        return isSign(sign)
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
        default: false
        }
    }

    /// Whether the text is a sign, digits, a fraction and an exponent, as far as it has them.
    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func digits() -> Bool {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count > 0
        }
        func skip(_ bytes: [UInt8]) -> Bool {
            guard let first = rest.first, bytes.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
        _ = skip(signs)
        guard digits() else { return false }
        if skip([UInt8(ascii: "."), UInt8(ascii: ",")]), !digits() { return false }
        if skip([UInt8(ascii: "e"), UInt8(ascii: "E")]) {
            _ = skip(signs)
            if !digits() { return false }
        }
        return rest.isEmpty
    }
}
