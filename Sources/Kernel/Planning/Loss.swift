/// What becomes of work that a change takes the place from.
enum Loss: CaseIterable {
    /// A field or a record of a module goes, or takes less: what it held is deleted.
    case deleted
    /// A seal goes, or lets more people through: what was written under it is read by more.
    case opened
    /// A module goes: its records stay, closed.
    case closed
    /// An offering, an activity or a variant goes: what people have in it stays as it is.
    case retired

    init(_ change: Change) {
        guard change.key.kind == .module else {
            self = .retired
            return
        }
        switch change.inner.last {
        case nil: self = .closed
        case "sealed" where change.inner.count != 4, "pseudonymous" where change.inner.count == 3: self = .opened
        default: self = .deleted
        }
    }

    /// What `--lose-work` agrees to, for all that a plan takes away.
    static func help(_ changes: [Change]) -> Text {
        let losses = allCases.filter { loss in changes.contains { Loss($0) == loss } }.map(\.text)
        func list(_ language: Language) -> String { losses.map { $0(language) }.joined(separator: "; ") }
        return Text(
            nb: "med --lose-work blir det gjort: \(list(.nb))", nn: "med --lose-work blir det gjort: \(list(.nn))",
            en: "with --lose-work it is done: \(list(.en))")
    }

    /// What becomes of it, in a clause.
    var text: Text {
        switch self {
        case .deleted:
            Text(
                nb: "det som sto der, slettes for godt fra postene; bare hendelsene i loggen har det fortsatt, og ingen kommando viser det",
                nn:
                    "det som stod der, blir sletta for godt frå postane; berre hendingane i loggen har det framleis, og ingen kommando viser det",
                en:
                    "what stood there is deleted from the records for good; the events of the log alone still have it, and no command shows it"
            )
        case .opened:
            Text(
                nb: "det som er skrevet under forseglingen, kan leses av flere",
                nn: "det som er skrive under forseglinga, kan lesast av fleire",
                en: "what was written under the seal can be read by more people")
        case .closed:
            Text(
                nb: "postene blir liggende, lukket, til modulen kommer tilbake",
                nn: "postane blir liggjande, lukka, til modulen kjem tilbake",
                en: "the records stay, closed, until the module returns")
        case .retired:
            Text(
                nb: "arbeidet blir stående som avviklet", nn: "arbeidet blir ståande som avvikla", en: "the work stays visible as retired")
        }
    }
}
