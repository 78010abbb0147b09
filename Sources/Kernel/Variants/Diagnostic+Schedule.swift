extension Diagnostic {
    static func outOfTime(_ fault: TimeError, at span: SourceSpan) -> Diagnostic {
        Diagnostic("variant/out-of-time", .error, fault.message, at: span)
    }

    static func unknownAnchor(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/unknown-anchor", .error,
            Text(
                nb: "tiden regnes fra «\(name)», som varianten ikke har", nn: "tida blir rekna frå «\(name)», som varianten ikkje har",
                en: "the time counts from '\(name)', which the variant does not have"), at: span,
            label: NearestName.suggestion(for: name, among: known).map(Text.didYouMean), help: .oneOf(known.sorted()))
    }

    static func offsetCycle(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/offset-cycle", .error,
            Text(
                nb: "tiden for «\(name)» regnes til slutt fra seg selv", nn: "tida for «\(name)» blir til slutt rekna frå seg sjølv",
                en: "the time of '\(name)' counts from itself in the end"), at: span)
    }

    static func unknownDate(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "offering/unknown-date", .error,
            Text(
                nb: "varianten har ingenting som heter «\(name)» med en dato",
                nn: "varianten har ingenting som heiter «\(name)» med ein dato",
                en: "the variant has nothing called '\(name)' with a date"), at: span,
            label: NearestName.suggestion(for: name, among: known).map(Text.didYouMean), help: .oneOf(known.sorted()))
    }
}
