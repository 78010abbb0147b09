import Kernel

/// What people call the language that a text is in.
enum LanguageWord {
    /// The name of a language by its tag (BCP 47); one with a country keeps that, and one that nobody here knows keeps its tag.
    static func text(_ tag: String) -> Text {
        if let name = names[tag] { return name }
        guard let dash = tag.firstIndex(of: "-"), let name = names[String(tag[..<dash]).lowercased()] else { return Text(verbatim: tag) }
        return Text(name.byLanguage.mapValues { "\($0) (\(tag[tag.index(after: dash)...]))" })
    }

    static func cell(_ tag: String?) -> Table.Cell { tag.flatMap { $0.isEmpty ? nil : .coded($0, text($0)) } ?? .empty }

    private static let names: [String: Text] = [
        "default": Text(nb: "språket det er fastsatt på", nn: "språket det er fastsett på", en: "the language it was enacted in"),
        "nb": Text(nb: "bokmål", nn: "bokmål", en: "Bokmål"),
        "nn": Text(nb: "nynorsk", nn: "nynorsk", en: "Nynorsk"),
        "no": Text(nb: "norsk", nn: "norsk", en: "Norwegian"),
        "en": Text(nb: "engelsk", nn: "engelsk", en: "English"),
        "se": Text(nb: "nordsamisk", nn: "nordsamisk", en: "North Sámi"),
        "sma": Text(nb: "sørsamisk", nn: "sørsamisk", en: "South Sámi"),
        "smj": Text(nb: "lulesamisk", nn: "lulesamisk", en: "Lule Sámi"),
        "de": Text(nb: "tysk", nn: "tysk", en: "German"),
        "fr": Text(nb: "fransk", nn: "fransk", en: "French"),
        "it": Text(nb: "italiensk", nn: "italiensk", en: "Italian"),
        "es": Text(nb: "spansk", nn: "spansk", en: "Spanish"),
        "da": Text(nb: "dansk", nn: "dansk", en: "Danish"),
        "sv": Text(nb: "svensk", nn: "svensk", en: "Swedish"),
        "fi": Text(nb: "finsk", nn: "finsk", en: "Finnish"),
    ]
}

extension Table.Cell {
    /// A text that says in which language it is; one whose language nobody knows says nothing of it.
    static func spoken(_ shown: (text: String, language: String)) -> Table.Cell {
        ["", "default"].contains(shown.language) ? .text(shown.text) : .spoken(shown.text, language: shown.language)
    }
}
