import Kernel

/// How many examiners a part must have, and why (UH-loven § 11-7(2), consolidated 2026-08-01).
///
/// Two where the part alone counts 15 credits or more, leaves nothing that can be marked again, or is the independent work of a degree;
/// otherwise one. The independent work of a master's degree needs one from outside.
struct RequiredExaminers: Sendable, Hashable {
    /// Credits from which one part alone needs two examiners.
    static let creditsForTwo = 15.0
    /// Forms that leave nothing to mark again.
    static let notVerifiable: Set<String> = ["oral", "trial-lecture", "practical"]

    var total: Int
    var external: Int
    /// Why, each as a clause.
    var grounds: [Text]

    init(form: String, credits: Double, thesis: String) {
        grounds = []
        if Self.notVerifiable.contains(form) {
            grounds.append(
                Text(nb: "formen kan ikke etterprøves", nn: "forma kan ikkje etterprøvast", en: "its form leaves nothing to mark again"))
        }
        if credits >= Self.creditsForTwo {
            grounds.append(
                Text(
                    nb: "delen alene er \(credits.brief) studiepoeng", nn: "delen åleine er \(credits.brief) studiepoeng",
                    en: "the part alone counts \(credits.brief) credits"))
        }
        if thesis != "none", !thesis.isEmpty {
            grounds.append(
                Text(
                    nb: "det er selvstendig arbeid i en grad", nn: "det er sjølvstendig arbeid i ein grad",
                    en: "it is the independent work of a degree"))
        }
        total = grounds.isEmpty ? 1 : 2
        external = thesis == "master" ? 1 : 0
    }

    /// The whole of it in a sentence.
    var sentence: Text {
        guard !grounds.isEmpty else {
            return Text(
                nb: "Én: formen kan etterprøves, og delen alene er under 15 studiepoeng (UH-loven § 11-7(2)).",
                nn: "Éin: forma kan etterprøvast, og delen åleine er under 15 studiepoeng (UH-lova § 11-7(2)).",
                en: "One: it can be marked again, and the part alone counts less than 15 credits (UH-loven § 11-7(2)).")
        }
        func list(_ language: Language, _ and: String) -> String { grounds.map { $0(language) }.joined(separator: and) }
        let outside = external > 0
        return Text(
            nb: "To\(outside ? ", minst én ekstern" : ""): \(list(.nb, ", og ")) (UH-loven § 11-7(2)).",
            nn: "To\(outside ? ", minst éin ekstern" : ""): \(list(.nn, ", og ")) (UH-lova § 11-7(2)).",
            en: "Two\(outside ? ", at least one external" : ""): \(list(.en, ", and ")) (UH-loven § 11-7(2)).")
    }
}
