/// Faults of single values in what a module declares.
extension Diagnostic {
    /// A name that is none of those that may stand there; the nearest is suggested.
    static func unknownName(_ name: String, kind: Text, among known: [String], at span: SourceSpan) -> Diagnostic {
        .unknownName(name, kind: kind, nearest: NearestName.suggestion(for: name, among: known), known: known, at: span)
    }

    static func limitsReversed(_ lower: String, _ upper: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/limits", .error,
            Text(
                nb: "«\(lower)» er større enn «\(upper)», så ingen verdi passer",
                nn: "«\(lower)» er større enn «\(upper)», så ingen verdi passar",
                en: "'\(lower)' is greater than '\(upper)', so no value fits"), at: span)
    }

    static func badSize(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/size", .error,
            Text(nb: "dette er ikke en filstørrelse", nn: "dette er ikkje ein filstorleik", en: "this is not the size of a file"), at: span,
            help: Text(
                nb: "skriv et tall og en enhet, som 500kB eller 20MB; det meste er 10GB",
                nn: "skriv eit tal og ei eining, som 500kB eller 20MB; det meste er 10GB",
                en: "write a number and a unit, such as 500kB or 20MB; the most is 10GB"))
    }

    static func badDefault(_ type: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/default", .error,
            Text(
                nb: "standardverdien passer ikke i et felt av typen «\(type)» med disse grensene",
                nn: "standardverdien passar ikkje i eit felt av typen «\(type)» med desse grensene",
                en: "the default does not fit a field of type '\(type)' with these limits"), at: span)
    }

    static func noDefault(_ type: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/default", .error,
            Text(
                nb: "et felt av typen «\(type)» kan ikke ha en standardverdi",
                nn: "eit felt av typen «\(type)» kan ikkje ha ein standardverdi",
                en: "a field of type '\(type)' can have no default"), at: span)
    }
}
