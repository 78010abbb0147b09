import Kernel

/// How many examiners a part must have, and why (UH-loven §§ 11-6, 11-7(2), consolidated 2026-08-01).
///
/// By the law two where the part alone counts 15 credits or more, leaves nothing that can be marked again, or is the independent work of a degree;
/// otherwise one. The independent work of a master's degree needs one from outside. Where the scheme of a course plans more, or someone from
/// outside, that is required too.
struct RequiredExaminers: Sendable, Hashable {
    /// Credits from which one part alone needs two examiners.
    static let creditsForTwo = 15.0
    /// Forms that leave nothing to mark again.
    static let notVerifiable: Set<String> = ["oral", "trial-lecture", "practical"]

    var total: Int
    var external: Int
    /// Why, each as a clause.
    var grounds: [Text]
    /// What the scheme asks for beyond the law, as a sentence; nil where it asks for no more.
    private(set) var plan: Text?
    /// How many of them are external by the law alone.
    private let lawfulExternal: Int

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
        lawfulExternal = thesis == "master" ? 1 : 0
        external = lawfulExternal
    }

    /// The same, where the scheme of the course plans so many.
    ///
    /// - Parameter isEvaluatedFromOutside: whether the law leaves it to the scheme whether an examiner is external (UH-loven § 11-6).
    func planned(internal inside: Int, external planned: Int, isEvaluatedFromOutside: Bool) -> RequiredExaminers {
        guard inside + planned > total || planned > external else { return self }
        var all = self
        all.total = max(total, inside + planned)
        all.external = max(external, planned)
        let (number, outside) = (all.total, all.external)
        let (nb, nn, en) =
            outside == 0
            ? ("", "", "")
            : (
                ", \(Self.count(outside, .nb)) av dem \(outside == 1 ? "ekstern" : "eksterne")",
                ", \(Self.count(outside, .nn)) av dei \(outside == 1 ? "ekstern" : "eksterne")",
                ", \(Self.count(outside, .en)) of them external"
            )
        // One from outside is what makes a scheme lawful that nobody from outside evaluates.
        let law = outside > 0 && !isEvaluatedFromOutside
        all.plan = Text(
            nb:
                "Ordningen krever \(Self.count(number, .nb)) i alt\(nb)\(law ? ", for ingen utenfra evaluerer den (UH-loven § 11-6)" : "").",
            nn: "Ordninga krev \(Self.count(number, .nn)) i alt\(nn)\(law ? ", for ingen utanfrå evaluerer henne (UH-lova § 11-6)" : "").",
            en:
                "The scheme asks for \(Self.count(number, .en)) in all\(en)\(law ? ", as nobody from outside evaluates it (UH-loven § 11-6)" : "")."
        )
        return all
    }

    private static func count(_ number: Int, _ language: Language) -> String {
        switch (number, language) {
        case (1, .nb): "én"
        case (1, .nn): "éin"
        case (1, .en): "one"
        case (2, .en): "two"
        case (2, _): "to"
        default: String(number)
        }
    }

    /// The whole of it: what the law asks for in a sentence, and what the scheme adds in another.
    var sentence: Text {
        guard let plan else { return lawful }
        return Text(nb: "\(lawful(.nb)) \(plan(.nb))", nn: "\(lawful(.nn)) \(plan(.nn))", en: "\(lawful(.en)) \(plan(.en))")
    }

    private var lawful: Text {
        guard !grounds.isEmpty else {
            return Text(
                nb: "Én: formen kan etterprøves, og delen alene er under 15 studiepoeng (UH-loven § 11-7(2)).",
                nn: "Éin: forma kan etterprøvast, og delen åleine er under 15 studiepoeng (UH-lova § 11-7(2)).",
                en: "One: it can be marked again, and the part alone counts less than 15 credits (UH-loven § 11-7(2)).")
        }
        func list(_ language: Language, _ and: String) -> String { grounds.map { $0(language) }.joined(separator: and) }
        let outside = lawfulExternal > 0
        return Text(
            nb: "To\(outside ? ", minst én ekstern" : ""): \(list(.nb, ", og ")) (UH-loven § 11-7(2)).",
            nn: "To\(outside ? ", minst éin ekstern" : ""): \(list(.nn, ", og ")) (UH-lova § 11-7(2)).",
            en: "Two\(outside ? ", at least one external" : ""): \(list(.en, ", and ")) (UH-loven § 11-7(2)).")
    }
}
