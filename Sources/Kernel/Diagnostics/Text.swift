/// A text that people see, in each language it exists in.
///
/// The kernel's own texts are made with `init(nb:nn:en:)`, so a missing language does not compile:
/// ```swift
/// Text(nb: "ukjent nøkkel", nn: "ukjend nøkkel", en: "unknown key")
/// ```
/// Texts from files are checked against the languages of the workspace when they are read.
public struct Text: Sendable, Hashable {
    /// Language tag to text.
    ///
    /// Never empty.
    public let byLanguage: [String: String]

    public init(nb: String, nn: String, en: String) {
        byLanguage = ["nb": nb, "nn": nn, "en": en]
    }

    /// A text read from a file; the caller has checked that it is complete and not empty.
    public init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
    }

    /// A word that is the same in every language: an id, a number, a name.
    public init(verbatim text: String) {
        self.init(nb: text, nn: text, en: text)
    }

    /// The same with a capital letter first, as headings have it.
    public var capitalised: Text { Text(byLanguage.mapValues { $0.prefix(1).uppercased() + $0.dropFirst() }) }

    /// The same with a small letter first, as it stands within a sentence; what begins with several capital letters stays.
    public var inSentence: Text {
        Text(
            byLanguage.mapValues { text in
                text.dropFirst().first?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
            })
    }

    /// The text in `language`; where a file's text lacks it, in the nearest language it has.
    public func callAsFunction(_ language: Language) -> String {
        let order: [Language] =
            switch language {
            case .nb: [.nb, .nn, .en]
            case .nn: [.nn, .nb, .en]
            case .en: [.en, .nb, .nn]
            }
        for candidate in order { if let text = byLanguage[candidate.rawValue] { return text } }
        return byLanguage.min { $0.key < $1.key }?.value ?? ""
    }
}
