/// Whether an actor may do something, and by which rule.
public struct RightDecision: Sendable {
    public var isAllowed: Bool
    /// The relations that the actor stands in, among those that are named for reading or for this act.
    public var held: [String]
    /// The relations that decide: the most limited of those that are held.
    public var deciding: [String]
    /// The relations that are allowed to.
    public var allowed: [String]
    public var actor: Actor
    /// What a record must be for relations that are held to count, where this one is not so: `state delivered`, `shared: true`.
    public var unmet: [(relation: String, conditions: [String])] = []
    /// Whether the record is one that the actor may not see at all, so that to her there is none.
    public var isUnseen = false
    /// What people call the relations.
    var words = RelationWords()

    /// The rule, as a sentence.
    public var reason: Text {
        guard isUnseen else { return rule }
        return Text(
            nb: "\(rule(.nb)); du får heller ikke se posten, så for deg finnes den ikke",
            nn: "\(rule(.nn)); du får heller ikkje sjå posten, så for deg finst han ikkje",
            en: "\(rule(.en)); you may not see the record either, so to you there is none")
    }

    private var rule: Text {
        func rights(_ language: Language) -> String { words.list(allowed, language) }
        func own(_ language: Language) -> String { words.list(held, language) }
        switch actor {
        case .operator:
            return Text(
                nb: "driften har lov til alt som ikke er forseglet, og det loggføres",
                nn: "drifta har lov til alt som ikkje er forsegla, og det blir loggført",
                en: "the operator may do everything that is not sealed, and it is logged")
        case .system:
            return Text(nb: "tiden gjør det selv", nn: "tida gjer det sjølv", en: "time itself does it")
        case .anonymous:
            return Text(
                nb: "den som har en ubrukt kode, kan svare én gang", nn: "den som har ein ubrukt kode, kan svare éin gong",
                en: "whoever holds an unused token may answer once")
        case .person: break
        }
        if isAllowed {
            func by(_ language: Language) -> String { words.list(deciding.filter(allowed.contains), language) }
            let rest = deciding.filter { !allowed.contains($0) }
            func others(_ language: Language) -> String { words.list(rest, language) }
            let tie =
                rest.isEmpty
                ? Text(verbatim: "")
                : Text(
                    nb: "; du er også \(others(.nb)), som er like begrenset og ikke teller imot",
                    nn: "; du er òg \(others(.nn)), som er like avgrensa og ikkje tel imot",
                    en: "; you are \(others(.en)) too, which is as limited and does not count against it")
            return Text(
                nb: "du er \(by(.nb)) her, og det har \(rights(.nb)) lov til\(tie(.nb))",
                nn: "du er \(by(.nn)) her, og det har \(rights(.nn)) lov til\(tie(.nn))",
                en: "you are \(by(.en)) here, and \(rights(.en)) may do it\(tie(.en))")
        }
        if allowed.isEmpty {
            return Text(nb: "ingen andre enn driften har lov", nn: "ingen andre enn drifta har lov", en: "no one but the operator may")
        }
        if held.isEmpty {
            return Text(
                nb: "det har bare \(rights(.nb)) lov til, og du er ingen av dem her",
                nn: "det har berre \(rights(.nn)) lov til, og du er ingen av dei her",
                en: "only \(rights(.en)) may do it, and you are none of them here")
        }
        if let unmet = condition { return unmet }
        // Where only some of those that are held decide, it is told which.
        func limits(_ language: Language) -> String {
            deciding.isEmpty || deciding.count == held.count ? "" : ": " + words.list(deciding, language)
        }
        return Text(
            nb: "det har bare \(rights(.nb)) lov til; du er \(own(.nb)) her, og det mest begrensede forholdet avgjør\(limits(.nb))",
            nn: "det har berre \(rights(.nn)) lov til; du er \(own(.nn)) her, og det mest avgrensa forholdet avgjer\(limits(.nn))",
            en: "only \(rights(.en)) may do it; you are \(own(.en)) here, and the most limited relation decides\(limits(.en))")
    }

    /// That the relations which are both held and named count only for records of another kind than this one; nil where that is not why.
    private var condition: Text? {
        let named = unmet.filter { allowed.contains($0.relation) }
        guard !named.isEmpty else { return nil }
        func list(_ language: Language) -> String {
            named.map { words.title($0.relation)(language) + ": " + $0.conditions.joined(separator: ", ") }.joined(separator: "; ")
        }
        func rights(_ language: Language) -> String { words.list(allowed, language) }
        return Text(
            nb:
                "det har bare \(rights(.nb)) lov til, og her bare med poster der dette holder (\(list(.nb))), og det gjør det ikke for denne",
            nn:
                "det har berre \(rights(.nn)) lov til, og her berre med postar der dette held (\(list(.nn))), og det gjer det ikkje for denne",
            en:
                "only \(rights(.en)) may do it, and here only with records for which this holds (\(list(.en))), which it does not for this one"
        )
    }
}
