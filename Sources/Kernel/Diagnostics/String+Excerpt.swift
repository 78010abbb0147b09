extension StringProtocol {
    /// The text, or its first 60 characters and `…`, so that a message that quotes a file stays readable whatever the file holds.
    public var excerpt: String {
        let head = unicodeScalars.prefix(61)
        guard head.count > 60 else { return String(self) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: head.prefix(60))
        return String(text) + "…"
    }
}
