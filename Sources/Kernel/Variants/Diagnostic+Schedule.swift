extension Diagnostic {
    static func outOfTime(_ fault: TimeError, at span: SourceSpan) -> Diagnostic {
        Diagnostic("variant/out-of-time", .error, fault.message, at: span)
    }

    static func unknownAnchor(_ name: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/unknown-anchor", .error,
            Text(
                nb: "tiden regnes fra «\(name)», som varianten ikke har", nn: "tida blir rekna frå «\(name)», som varianten ikkje har",
                en: "the time counts from '\(name)', which the variant does not have"), at: span,
            label: .didYouMean(name, among: known, searches: suggests), help: .oneOf(known))
    }

    /// - Parameter ring: the moments that count from each other in a ring, each with the place of its time.
    static func offsetCycle(_ ring: [(name: String, span: SourceSpan)]) -> Diagnostic {
        // Told from the first place, so that one ring is one fault wherever it was entered.
        let first = ring.indices.min { ring[$0].span < ring[$1].span } ?? 0
        let turned = Array(ring[first...] + ring[..<first])
        let name = turned[0].name
        return Diagnostic(
            "variant/offset-cycle", .error,
            Text(
                nb: "tiden for «\(name)» regnes til slutt fra seg selv", nn: "tida for «\(name)» blir til slutt rekna frå seg sjølv",
                en: "the time of '\(name)' counts from itself in the end"), at: turned[0].span,
            labels: turned.dropFirst().prefix(20).map { step in
                .init(
                    step.span,
                    Text(
                        nb: "«\(step.name)» er et ledd i ringen", nn: "«\(step.name)» er eit ledd i ringen",
                        en: "'\(step.name)' is a link of the ring"))
            })
    }

    static func unknownDate(_ name: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "offering/unknown-date", .error,
            Text(
                nb: "varianten har ingenting som heter «\(name)» med en dato",
                nn: "varianten har ingenting som heiter «\(name)» med ein dato",
                en: "the variant has nothing called '\(name)' with a date"), at: span,
            label: .didYouMean(name, among: known, searches: suggests), help: .oneOf(known))
    }
}
