import Kernel

/// What happened to one element between two states of a curriculum.
struct CurriculumChange {
    /// A text that reads otherwise than before.
    struct Rewording {
        /// The property that it stands under, as the publisher names it.
        var property: String
        var old: LocalText
        var new: LocalText
    }

    var kinds: [ChangeKind]
    /// The element before; nil for a new one.
    var old: CurriculumItem?
    /// The element after; nil for one that is gone.
    var new: CurriculumItem?
    var rewordings: [Rewording] = []
    /// An element of the other side that has much the same words: a guess, never a fact.
    var suggestion: (code: String, likeness: Double)?

    var item: CurriculumItem? { new ?? old }

    /// What happened, in words.
    var text: Text {
        func join(_ language: Language) -> String { kinds.map { $0.text(language) }.joined(separator: ", ") }
        return Text(nb: join(.nb), nn: join(.nn), en: join(.en))
    }
}

extension CurriculumChange.Rewording {
    /// The change word by word in the language of the reader, or in the first language in which there is one.
    func marked(in language: Language) -> (text: String, language: String) {
        let own = LocalText.chain(language)
        let tags = own + (old.entries + new.entries).map(\.language).filter { !own.contains($0) }
        let common = tags.filter { old[$0] != nil && new[$0] != nil }
        if let tag = common.first(where: { old[$0] != new[$0] }), let a = old[tag], let b = new[tag] {
            return (WordDiff(a, b).marked, new.spoken(tag))
        }
        // The same in every language that both have: a language came or went.
        if let tag = tags.first(where: { (old[$0] == nil) != (new[$0] == nil) }) {
            return (WordDiff(old[tag] ?? "", new[tag] ?? "").marked, (new[tag] == nil ? old : new).spoken(tag))
        }
        return new.shown(in: language)
    }
}
