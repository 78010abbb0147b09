import Kernel

extension LocalText {
    /// The text in the language asked for, or the nearest there is, and which language that is.
    ///
    /// nb → default → nn → en, nn → default → nb → en, en → nb → default → nn; then whatever there is.
    func shown(in language: Language) -> (text: String, language: String) {
        for tag in Self.chain(language) { if let text = self[tag], !text.isEmpty { return (text, spoken(tag)) } }
        guard let first = entries.first(where: { !$0.text.isEmpty }) else { return ("", "") }
        return (first.text, spoken(first.language))
    }

    /// The languages in which a reader of that language is shown a text, the best first.
    static func chain(_ language: Language) -> [String] {
        switch language {
        case .nb: ["nb", "default", "nn", "en"]
        case .nn: ["nn", "default", "nb", "en"]
        case .en: ["en", "nb", "default", "nn"]
        }
    }

    /// The language of a text: for `default` the one under which the same text stands, where there is one.
    func spoken(_ tag: String) -> String {
        guard tag == "default", let text = self["default"] else { return tag }
        return entries.first { $0.language != "default" && $0.text == text }?.language ?? tag
    }
}
