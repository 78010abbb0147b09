/// Why an act on a record is refused, in the words of those who act.
public enum ActRefusal: ExplainedError {
    /// No relation gives the right.
    case right(action: String, RightDecision)
    /// The record is in a state from which the act does not lead.
    case state(action: Text, record: Text, state: Text, from: [Text])
    /// Fields that must have a value are empty; they are filled in by an update before, or where there is none by the act itself.
    case missing(action: Text, fields: [(name: String, label: Text)], byUpdate: Bool = true)
    /// Fields that whoever acts may not write.
    case notWritten(action: Text, fields: [Text])
    /// The record may not be changed in the state it is in.
    case closed(record: Text, state: Text, open: [Text])
    /// The record may not be deleted in the state it is in.
    case undeletable(record: Text, state: Text, open: [Text])
    /// What lies above the record is in a state in which nothing below it is made or changed.
    case outside(record: Text, above: Text, state: Text, open: [Text])
    /// The record is one that only a person can make, in her own name.
    case needsPerson(record: Text)
    /// There is already a record with these values.
    case exists(record: Text, fields: [Text])
    /// There is already a record with these values, in the words of the module, and with what changes it where whoever acts may.
    case existsAs(Text, change: String?)
    /// The record cannot hold these values, for a reason that whoever acts may not know.
    case taken(record: Text, fields: [Text])
    /// Other records point at this one.
    case inUse(record: Text)
    /// Code of a module refuses it.
    case guarded(by: String, Text)
    /// The kind of record is written by importers alone, or takes a token.
    case notByHand(record: Text)
    /// The token is unknown or used.
    case token
    /// She has collected her token before.
    case collected

    public var kind: ErrorKind { .refused }

    public var message: Text {
        switch self {
        case .right(let action, _):
            return Text(
                nb: "du har ikke rett til å utføre «\(action)» her", nn: "du har ikkje rett til å utføre «\(action)» her",
                en: "you have no right to do '\(action)' here")
        case .state(let action, let record, let state, _):
            return Text(
                nb: "«\(action(.nb))» går ikke: \(record(.nb)) er i tilstanden «\(state(.nb))»",
                nn: "«\(action(.nn))» går ikkje: \(record(.nn)) er i tilstanden «\(state(.nn))»",
                en: "'\(action(.en))' is not possible: \(record(.en)) is in the state '\(state(.en))'")
        case .missing(let action, let fields, _):
            func list(_ language: Language) -> String { language.quoted(fields.map { $0.label(language) }) }
            return Text(
                nb: "«\(action(.nb))» går ikke før dette er fylt ut: \(list(.nb))",
                nn: "«\(action(.nn))» går ikkje før dette er fylt ut: \(list(.nn))",
                en: "'\(action(.en))' is not possible before this is filled in: \(list(.en))")
        case .notWritten(let action, let fields):
            func list(_ language: Language) -> String { language.quoted(fields.map { $0(language) }) }
            return Text(
                nb: "«\(action(.nb))» gir deg ikke rett til å skrive \(list(.nb))",
                nn: "«\(action(.nn))» gir deg ikkje rett til å skrive \(list(.nn))",
                en: "'\(action(.en))' gives you no right to write \(list(.en))")
        case .closed(let record, let state, _):
            return Text(
                nb: "\(record(.nb)) kan ikke endres i tilstanden «\(state(.nb))»",
                nn: "\(record(.nn)) kan ikkje endrast i tilstanden «\(state(.nn))»",
                en: "\(record(.en)) cannot be changed in the state '\(state(.en))'")
        case .undeletable(let record, let state, _):
            return Text(
                nb: "\(record(.nb)) kan ikke slettes i tilstanden «\(state(.nb))»",
                nn: "\(record(.nn)) kan ikkje slettast i tilstanden «\(state(.nn))»",
                en: "\(record(.en)) cannot be deleted in the state '\(state(.en))'")
        case .outside(let record, let above, let state, _):
            return Text(
                nb: "«\(record(.nb))» kan ikke lages eller endres mens «\(above(.nb))» er i tilstanden «\(state(.nb))»",
                nn: "«\(record(.nn))» kan ikkje lagast eller endrast medan «\(above(.nn))» er i tilstanden «\(state(.nn))»",
                en: "'\(record(.en))' cannot be made or changed while '\(above(.en))' is in the state '\(state(.en))'")
        case .needsPerson(let record):
            return Text(
                nb: "«\(record(.nb))» må komme fra en person, ikke fra driften",
                nn: "«\(record(.nn))» må kome frå ein person, ikkje frå drifta",
                en: "'\(record(.en))' must come from a person, not from the operator")
        case .exists(let record, let fields):
            func list(_ language: Language) -> String { fields.map { $0(language) }.joined(separator: ", ") }
            return Text(
                nb: "det finnes alt en \(record(.nb)) med samme \(list(.nb))", nn: "det finst alt ein \(record(.nn)) med same \(list(.nn))",
                en: "there is already a \(record(.en)) with the same \(list(.en))")
        case .existsAs(let text, _): return text
        case .taken(let record, let fields):
            func list(_ language: Language) -> String { language.quoted(fields.map { $0(language) }) }
            return Text(
                nb: "\(record(.nb)) kan ikke lagres med det som er oppgitt for \(list(.nb))",
                nn: "\(record(.nn)) kan ikkje lagrast med det som er oppgitt for \(list(.nn))",
                en: "the \(record(.en)) cannot be kept with what is given for \(list(.en))")
        case .inUse(let record):
            return Text(
                nb: "\(record(.nb)) kan ikke slettes: annet viser til den", nn: "\(record(.nn)) kan ikkje slettast: anna viser til den",
                en: "\(record(.en)) cannot be deleted: something else refers to it")
        case .guarded(_, let text): return text
        case .notByHand(let record):
            return Text(
                nb: "\(record(.nb)) skrives bare av en import", nn: "\(record(.nn)) blir berre skriven av ein import",
                en: "\(record(.en)) is written by an import alone")
        case .token:
            return Text(
                nb: "koden er ukjent eller brukt", nn: "koden er ukjend eller brukt", en: "the token is unknown or has been used")
        case .collected:
            return Text(
                nb: "du har hentet koden din før, og ingen får en til", nn: "du har henta koden din før, og ingen får ein til",
                en: "you have collected your token before, and nobody gets a second")
        }
    }

    public var help: Text? {
        switch self {
        case .right(_, let decision): return decision.reason
        case .state(_, _, _, let from):
            guard !from.isEmpty else { return nil }
            func list(_ language: Language) -> String { language.quoted(from.map { $0(language) }) }
            return Text(nb: "det går fra \(list(.nb))", nn: "det går frå \(list(.nn))", en: "it is possible from \(list(.en))")
        case .missing(_, let fields, let byUpdate):
            let flags = fields.map { "--\($0.name)" }.joined(separator: " ")
            guard byUpdate else {
                return Text(
                    nb: "oppgi det med den samme handlingen: \(flags)", nn: "oppgi det med den same handlinga: \(flags)",
                    en: "give it with the same action: \(flags)")
            }
            return Text(
                nb: "fyll ut med «update»: \(flags)", nn: "fyll ut med «update»: \(flags)", en: "fill it in with 'update': \(flags)")
        case .notWritten:
            return Text(
                nb: "utelat det; det som står der, blir stående", nn: "utelat det; det som står der, blir ståande",
                en: "leave it out; what stands there is kept")
        case .needsPerson:
            return Text(nb: "bruk --as PERSON", nn: "bruk --as PERSON", en: "use --as PERSON")
        case .closed(_, _, let open), .undeletable(_, _, let open), .outside(_, _, _, let open):
            guard !open.isEmpty else { return nil }
            func list(_ language: Language) -> String { language.quoted(open.map { $0(language) }) }
            return Text(nb: "det går i \(list(.nb))", nn: "det går i \(list(.nn))", en: "it is possible in \(list(.en))")
        case .existsAs(_, let change):
            guard let change else { return nil }
            return Text(
                nb: "det som står der, endres med: \(change)", nn: "det som står der, blir endra med: \(change)",
                en: "change what is there with: \(change)")
        case .guarded(let name, _): return Text(nb: "regelen er \(name)", nn: "regelen er \(name)", en: "the rule is \(name)")
        default: return nil
        }
    }
}
