extension Diagnostic {
    static func noReadme(_ module: String) -> Diagnostic {
        Diagnostic(
            "conformance/readme", .error,
            Text(
                nb: "modulen «\(module)» har ingen README.md", nn: "modulen «\(module)» har ingen README.md",
                en: "module '\(module)' has no README.md"),
            at: nil)
    }

    static func noTitle(_ path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/title", .error,
            Text(nb: "«\(path)» har ingen tittel", nn: "«\(path)» har ingen tittel", en: "'\(path)' has no title"), at: span)
    }

    static func sameName(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "conformance/same-name", .error,
            Text(
                nb: "to navn blir «\(name)» i databasen", nn: "to namn blir «\(name)» i databasen",
                en: "two names become '\(name)' in the database"),
            at: span)
    }

    static func registersOtherwise(_ module: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "conformance/registration", .error,
            Text(
                nb: "koden til «\(module)» melder seg ikke likt to ganger", nn: "koden til «\(module)» melder seg ikkje likt to gonger",
                en: "the code of '\(module)' does not register the same twice"), at: span)
    }

    static func neverEmitted(_ event: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "conformance/event", .error,
            Text(
                nb: "hendelsen «\(event)» skjer aldri", nn: "hendinga «\(event)» skjer aldri", en: "the event '\(event)' never happens"),
            at: span)
    }

    /// What a trial of the module was refused.
    static func trialFailed(_ what: String, _ reason: Text, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/trial", .error,
            Text(
                nb: "\(what): \(reason(.nb))", nn: "\(what): \(reason(.nn))", en: "\(what): \(reason(.en))"), at: span)
    }

    static func endsNowhere(_ workflow: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "conformance/endless", .error,
            Text(
                nb: "arbeidsflyten «\(workflow)» når ingen slutt", nn: "arbeidsflyten «\(workflow)» når ingen slutt",
                en: "the workflow '\(workflow)' reaches no end"), at: span)
    }

    static func leftBehind(_ what: String) -> Diagnostic {
        Diagnostic(
            "conformance/left-behind", .error,
            Text(nb: "«\(what)» ble liggende igjen", nn: "«\(what)» vart liggjande igjen", en: "'\(what)' was left behind"), at: nil)
    }

    static func noOne(_ action: String, tried: [ConformanceAct], at span: SourceSpan?) -> Diagnostic {
        let reason = tried.first { $0.result != .right }?.reason ?? tried.first?.reason ?? Text(verbatim: "-")
        return Diagnostic(
            "conformance/no-one", .error,
            Text(
                nb: "ingen kan utføre «\(action)»: \(reason(.nb))", nn: "ingen kan utføre «\(action)»: \(reason(.nn))",
                en: "no one can perform '\(action)': \(reason(.en))"), at: span)
    }

    /// What is read is not what was handed in.
    static func escapes(_ act: ConformanceAct, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/outside-state", .error,
            Text(
                nb: "\(act.action) ble utført i «\(act.state)», som den ikke går ut fra",
                nn:
                    "\(act.action) vart utført i «\(act.state)», som han ikkje går ut frå",
                en: "\(act.action) was performed in '\(act.state)', which it does not start from"), at: span)
    }

    static func notTheSame(_ what: String, _ field: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/round-trip", .error,
            Text(
                nb: "«\(field)» leses ikke slik det ble gitt til «\(what)»",
                nn: "«\(field)» blir ikkje lese slik det vart gitt til «\(what)»",
                en: "'\(field)' is not read as it was given to '\(what)'"), at: span)
    }

    /// A key that no schema names was taken.
    static func acceptedStranger(_ action: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/stranger", .error,
            Text(
                nb: "«\(action)» tar imot noe som ikke er beskrevet", nn: "«\(action)» tek imot noko som ikkje er beskrive",
                en: "'\(action)' takes what is not described"), at: span)
    }

    static func noPlace(_ action: String, _ message: Text, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/no-place", .error,
            Text(
                nb: "«\(action)» avviser data uten å si hvor feilen er: \(message(.nb))",
                nn: "«\(action)» avviser data utan å seie kvar feilen er: \(message(.nn))",
                en: "'\(action)' refuses data without saying where the fault is: \(message(.en))"), at: span)
    }

    static func brokeDown(_ action: String, _ error: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/broke-down", .error,
            Text(
                nb: "«\(action)» bryter sammen av gale data: \(error)", nn: "«\(action)» bryt saman av gale data: \(error)",
                en: "'\(action)' breaks down on bad data: \(error)"), at: span)
    }

    static func notInEveryLanguage(_ language: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/language", .error,
            Text(
                nb: "teksten finnes ikke på «\(language)»", nn: "teksten finst ikkje på «\(language)»",
                en: "the text does not exist in '\(language)'"), at: span)
    }

    static func lostRows(_ table: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/lost", .error,
            Text(
                nb: "«\(table)» er ikke som før når modulen tas ut og inn igjen",
                nn: "«\(table)» er ikkje som før når modulen blir teken ut og inn att",
                en: "'\(table)' is not as before when the module is retired and returns"), at: span)
    }

    static func seedVaries(_ module: String) -> Diagnostic {
        Diagnostic(
            "conformance/seed", .error,
            Text(
                nb: "samme frø ga «\(module)» to ulike innhold", nn: "same frø gav «\(module)» to ulike innhald",
                en: "the same seed gave '\(module)' two different contents"), at: nil)
    }

    /// An anonymous record that was made without a token of its own.
    static func answeredWithoutToken(_ record: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/token", .error,
            Text(
                nb: "«\(record)» lar seg lage uten en ubrukt engangskode for det den hører til",
                nn: "«\(record)» lèt seg lage utan ein ubrukt eingongskode for det han høyrer til",
                en: "'\(record)' can be made without an unused token for what it belongs to"), at: span)
    }

    /// A format that does not come to the same when it is read or written again.
    static func formatVaries(_ format: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "conformance/format", .error,
            Text(
                nb: "«\(format)» gir ikke det samme to ganger", nn: "«\(format)» gir ikkje det same to gonger",
                en: "'\(format)' does not come to the same twice"), at: span)
    }
}
