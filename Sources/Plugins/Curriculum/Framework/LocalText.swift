/// A text in the languages it exists in, by language tag (BCP 47): `nb`, `nn`, `en`, `se`, `sma`, `smj` and others.
///
/// The tag `default` stands for the language in which the text was decided, where the source does not say which that is.
struct LocalText: Sendable, Equatable {
    /// Language tag and text, in the order of the source.
    var entries: [(language: String, text: String)]

    init(_ entries: [(language: String, text: String)] = []) { self.entries = entries }

    subscript(language: String) -> String? { entries.first { $0.language == language }?.text }

    var isEmpty: Bool { entries.isEmpty }

    static func == (a: LocalText, b: LocalText) -> Bool {
        a.entries.count == b.entries.count && zip(a.entries, b.entries).allSatisfy { $0 == $1 }
    }
}
