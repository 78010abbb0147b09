/// Tells from what stands in the text which mistake was made.
extension JSONParser {
    private func has(_ word: String) -> Bool { text[min(at, text.count)...].starts(with: word.utf8) }

    /// Where a value should be.
    mutating func valueFault() -> Diagnostic {
        if has("//") || has("/*") || has("#") { return .jsonComment(at: spanHere()) }
        let byte = text[at]
        if byte == UInt8(ascii: "'") { return .jsonSingleQuote(at: spanHere()) }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":") {
            return .jsonMissingValue(at: spanHere())
        }
        guard Self.isWord(byte) else { return .jsonUnexpected(at: spanHere()) }
        let word = wordSpan(at)
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || has("Infinity") || has("NaN") { return .jsonNumber(at: word) }
        let length = Int(word.end.byte - word.start.byte)
        return .jsonWord(String(decoding: text[at..<at + length], as: UTF8.self), at: word)
    }

    /// Where a name in quotes should be.
    mutating func keyFault() -> Diagnostic {
        if has("//") || has("/*") || has("#") { return .jsonComment(at: spanHere()) }
        if has("'") { return .jsonSingleQuote(at: spanHere()) }
        if Self.isWord(text[at]) { return .jsonKey(at: wordSpan(at)) }
        return .jsonKey(at: spanHere())
    }

    /// Where `,` or the closing bracket should be.
    mutating func separatorFault(_ bracket: String, _ opening: SourceSpan) -> Diagnostic {
        guard at < text.count else { return .jsonUnclosed(bracket, at: opening) }
        if has("//") || has("/*") || has("#") { return .jsonComment(at: spanHere()) }
        if has("]") || has("}") { return .jsonUnclosed(bracket, at: opening, foundInstead: spanHere()) }
        return .jsonMissingComma(at: spanHere(), bracket, opening: opening)
    }

    /// After the only value.
    mutating func endFault(after root: Node) -> Diagnostic {
        if has("//") || has("/*") || has("#") { return .jsonComment(at: spanHere()) }
        return .jsonTextAfterValue(at: spanHere())
    }
}
