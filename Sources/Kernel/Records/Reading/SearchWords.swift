/// What a person types into a search, as an expression of the full-text index that can say nothing but words.
///
/// Every word must be there, as it is written or as it is folded; a trailing `*` asks for the beginning of a word.
struct SearchWords {
    private let words: [(text: String, isPrefix: Bool)]

    init(_ text: String) {
        words = text.split(whereSeparator: \.isWhitespace).prefix(32).compactMap { word in
            var text = String(word)
            let isPrefix = text.hasSuffix("*")
            while text.hasSuffix("*") { text.removeLast() }
            text.removeAll { $0 == "\0" }
            // A word without a letter or digit is none to the index.
            guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
                return nil
            }
            return (text, isPrefix)
        }
    }

    /// The expression over some fields; nil where there is no word or no field.
    ///
    /// - Parameter exactly: whether only words as they are written count.
    func expression(_ fields: [String], exactly: Bool = false) -> String? {
        guard !words.isEmpty, !fields.isEmpty else { return nil }
        let columns = fields.map(SQLName.searchColumn)
        let written = columns.map(SQLName.quoted).joined(separator: " ")
        let folded = columns.map { SQLName.quoted($0 + "__folded") }.joined(separator: " ")
        return words.map { word in
            let mark = word.isPrefix ? " *" : ""
            let own = "{\(written)} : \(SQLName.quoted(word.text))\(mark)"
            return exactly ? "(\(own))" : "(\(own) OR {\(folded)} : \(SQLName.quoted(TextFolding.fold(word.text)))\(mark))"
        }.joined(separator: " AND ")
    }
}
