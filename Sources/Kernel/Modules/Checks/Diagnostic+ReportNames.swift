/// Faults of reports that are queries.
extension Diagnostic {
    static func unknownColumn(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/unknown-column", .error,
            Text(
                nb: "rapporten har ingen kolonne «\(name)»", nn: "rapporten har ingen kolonne «\(name)»",
                en: "the report has no column '\(name)'"), at: span, label: .didYouMean(name, among: known),
            help: known.isEmpty ? nil : .oneOf(known))
    }

    static func columnTwice(_ name: String, first: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/column-twice", .error,
            Text(nb: "to kolonner heter «\(name)»", nn: "to kolonnar heiter «\(name)»", en: "two columns are called '\(name)'"), at: span,
            labels: [.init(first, Text(nb: "den første", nn: "den første", en: "the first"))])
    }

    static func readsNothing(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/reads-nothing", .error,
            Text(
                nb: "rapporten sier ikke hvilke poster den leser", nn: "rapporten seier ikkje kva postar han les",
                en: "the report does not say which records it reads"), at: span,
            help: Text(
                nb: "legg til reads: {POST: [felt]}; den første er den det telles over",
                nn: "legg til reads: {POST: [felt]}; den første er den det blir talt over",
                en: "add reads: {RECORD: [fields]}; the first is the one that rows come from"))
    }

    static func sealedAggregate(_ field: String, until: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/sealed", .error,
            Text(
                nb: "«\(field)» er forseglet, og rapporten sier ikke når og over hvor mange tall kan vises",
                nn: "«\(field)» er forsegla, og rapporten seier ikkje når og over kor mange tal kan visast",
                en: "'\(field)' is sealed, and the report does not say when and over how many numbers may be shown"), at: span,
            help: Text(
                nb: "legg til when: \(until) og floor: 5", nn: "legg til when: \(until) og floor: 5", en: "add when: \(until) and floor: 5")
        )
    }

    static func sealedBefore(_ field: String, until: String, when: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/sealed", .error,
            Text(
                nb: "«\(field)» er forseglet til «\(until)», men rapporten viser tall fra «\(when)»",
                nn: "«\(field)» er forsegla til «\(until)», men rapporten viser tal frå «\(when)»",
                en: "'\(field)' is sealed until '\(until)', but the report shows numbers from '\(when)' on"), at: span,
            help: Text(nb: "skriv when: \(until)", nn: "skriv when: \(until)", en: "write when: \(until)"))
    }

    static func openGroup(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/open-group", .error,
            Text(
                nb: "med en rad for hver «\(path)» viser rapporten hva enkelte poster inneholder",
                nn: "med ei rad for kvar «\(path)» viser rapporten kva einskilde postar inneheld",
                en: "with a row for each '\(path)' the report shows what single records hold"), at: span,
            help: Text(
                nb:
                    "grupper etter et felt av typen code eller boolean, eller etter det postene hører til, som en aktivitet eller en gjennomføring",
                nn:
                    "grupper etter eit felt av typen code eller boolean, eller etter det postane høyrer til, som ein aktivitet eller ei gjennomføring",
                en: "group by a field of type code or boolean, or by what the records belong to, such as an activity or an offering"))
    }

    static func measuredTwice(_ field: String, other: String, first: SourceSpan?, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/measured-twice", .error,
            Text(
                nb: "to rapporter med floor gir tall om «\(field)», og forskjellen mellom dem kan fortelle om for få",
                nn: "to rapportar med floor gir tal om «\(field)», og skilnaden mellom dei kan fortelje om for få",
                en: "two reports with a floor give numbers of '\(field)', and their difference could tell of too few"), at: span,
            labels: first.map { [.init($0, Text(nb: "den andre er her", nn: "den andre er her", en: "the other is here"))] } ?? [],
            notes: first == nil
                ? [Text(nb: "den andre er «\(other)»", nn: "den andre er «\(other)»", en: "the other is '\(other)'")] : [],
            help: Text(
                nb: "gi begge tallene i én rapport, som holder dem mot hverandre",
                nn: "gi begge tala i éin rapport, som held dei mot kvarandre",
                en: "give both numbers in one report, which holds them against each other"))
    }

    static func personField(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/person-field", .error,
            Text(
                nb: "«\(field)» er personens egen opplysning, og rapporten viser den for én og én",
                nn: "«\(field)» er opplysninga til personen sjølv, og rapporten viser ho for éin og éin",
                en: "'\(field)' is for the person herself, and the report shows it one by one"), at: span,
            help: Text(
                nb: "legg til floor: 5, så tallene aldri handler om færre", nn: "legg til floor: 5, så tala aldri handlar om færre",
                en: "add floor: 5, so that no number is about fewer"))
    }

    static func notRead(_ field: String, of record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/not-read", .error,
            Text(
                nb: "rapporten bruker «\(field)» av «\(record)», men reads nevner det ikke",
                nn: "rapporten bruker «\(field)» av «\(record)», men reads nemner det ikkje",
                en: "the report uses '\(field)' of '\(record)', which reads does not name"), at: span,
            help: Text(
                nb: "legg det til under reads: {\(record): [\(field)]}", nn: "legg det til under reads: {\(record): [\(field)]}",
                en: "add it under reads: {\(record): [\(field)]}"))
    }

    static func unknownParameter(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/unknown-parameter", .error,
            Text(
                nb: "rapporten har ingen parameter «\(name)»", nn: "rapporten har ingen parameter «\(name)»",
                en: "the report has no parameter '\(name)'"), at: span, label: .didYouMean(name, among: known),
            help: known.isEmpty ? nil : .oneOf(known))
    }

    static func measureOfRows(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/measure", .error,
            Text(
                nb: "et mål regnes over grupper, men rapporten gir rader", nn: "eit mål blir rekna over grupper, men rapporten gir rader",
                en: "a measure is taken over groups, but the report gives rows"), at: span,
            help: Text(nb: "skriv gives: aggregate", nn: "skriv gives: aggregate", en: "write gives: aggregate"))
    }

    static func noNumber(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/measure", .error,
            Text(nb: "«\(path)» er ikke et tall", nn: "«\(path)» er ikkje eit tal", en: "'\(path)' is no number"), at: span)
    }
}
