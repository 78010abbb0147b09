import Kernel

/// What people call the standing of an element at its publisher: Grep's statuses, and the words of `adoptionStatus` in CASE 1.1.
enum StatusWord {
    static func text(_ status: String) -> Text { words[status] ?? Text(verbatim: status) }

    static func cell(_ status: String?) -> Table.Cell { status.map { .coded($0, text($0)) } ?? .empty }

    /// The statuses that a word names, in any language; several formats may have one of the same name.
    static func statuses(named word: String) -> [String] { words.filter { $0.value.says(word) }.map(\.key).sorted() }

    /// Every name in every language, for the nearest.
    static let names = words.values.flatMap { Array($0.byLanguage.values) }

    private static let words: [String: Text] = [
        CurriculumItem.withdrawn: Text(nb: "trukket tilbake", nn: "trekt tilbake", en: "withdrawn"),
        "publisert": Text(nb: "publisert", nn: "publisert", en: "published"),
        "utgaatt": Text(nb: "utgått", nn: "utgått", en: "expired"),
        "under_arbeid": Text(nb: "under arbeid", nn: "under arbeid", en: "being written"),
        "til_revidering": Text(nb: "til revidering", nn: "til revidering", en: "being revised"),
        "ugyldig": Text(nb: "ugyldig", nn: "ugyldig", en: "invalid"),
        "Private Draft": Text(nb: "eget utkast", nn: "eige utkast", en: "private draft"),
        "Draft": Text(nb: "utkast", nn: "utkast", en: "draft"),
        "Adopted": Text(nb: "i bruk", nn: "i bruk", en: "adopted"),
        "Deprecated": Text(nb: "ikke lenger i bruk", nn: "ikkje lenger i bruk", en: "no longer in use"),
    ]
}
