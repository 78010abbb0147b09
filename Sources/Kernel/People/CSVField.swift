/// Where one field of a record lies in the file.
struct CSVField {
    /// The first byte of the content; for a quoted field, the byte after the quote.
    var start: Int
    /// The byte after the content.
    var end: Int
    /// Whether the content holds doubled quotes that stand for one.
    var hasDoubledQuotes: Bool

    var isEmpty: Bool { start == end }
}
