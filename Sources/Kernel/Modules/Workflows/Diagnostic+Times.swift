/// Faults in the times of a workflow.
extension Diagnostic {
    /// - Parameter circle: the limits, the first one last as well.
    static func deadlineCircle(_ circle: [String], at span: SourceSpan) -> Diagnostic {
        let way = circle.joined(separator: " <- ")
        let name = circle[0]
        return Diagnostic(
            "workflow/deadline-circle", .error,
            circle.count == 2
                ? Text(
                    nb: "fristen «\(name)» regnes fra seg selv", nn: "fristen «\(name)» blir rekna frå seg sjølv",
                    en: "the deadline '\(name)' counts from itself")
                : Text(
                    nb: "frister regnes fra hverandre i ring: \(way)", nn: "fristar blir rekna frå kvarandre i ring: \(way)",
                    en: "deadlines count from each other in a circle: \(way)"), at: span,
            help: Text(
                nb: "la minst én av dem bare regnes fra det som skjer", nn: "lat minst éin av dei berre bli rekna frå det som skjer",
                en: "let at least one of them count from what happens alone"))
    }

    /// - Parameter way: what waits for what, the deadline first and last.
    static func neverBegins(_ deadline: String, way: [String], at span: SourceSpan) -> Diagnostic {
        let way = way.joined(separator: " <- ")
        return Diagnostic(
            "workflow/never-begins", .error,
            Text(
                nb: "fristen «\(deadline)» begynner aldri: det den regnes fra, venter på den selv",
                nn: "fristen «\(deadline)» byrjar aldri: det han blir rekna frå, ventar på han sjølv",
                en: "the deadline '\(deadline)' never begins: what it counts from waits for the deadline itself"), at: span,
            notes: [Text(nb: "hva som venter på hva: \(way)", nn: "kva som ventar på kva: \(way)", en: "what waits for what: \(way)")],
            help: Text(
                nb: "la den regnes fra noe som skjer uten den", nn: "lat han bli rekna frå noko som skjer utan han",
                en: "let it count from something that happens without it"))
    }

    /// - Parameter way: what waits for what, the transition first and last.
    static func neverDone(_ transition: String, way: [String], at span: SourceSpan) -> Diagnostic {
        let way = way.joined(separator: " <- ")
        return Diagnostic(
            "workflow/never-done", .error,
            Text(
                nb: "«\(transition)» kan aldri gjøres: det den venter på, kommer ikke uten den selv",
                nn: "«\(transition)» kan aldri gjerast: det han ventar på, kjem ikkje utan han sjølv",
                en: "'\(transition)' can never be done: what it waits for does not come without it"), at: span,
            notes: [Text(nb: "hva som venter på hva: \(way)", nn: "kva som ventar på kva: \(way)", en: "what waits for what: \(way)")],
            help: Text(
                nb: "la den vente på noe som skjer uten den", nn: "lat han vente på noko som skjer utan han",
                en: "let it wait for something that happens without it"))
    }

    /// - Parameter way: how the moment from which on it may be done counts from the one until which it may.
    static func shutWindow(_ transition: String, after: String, before: String, way: [String], at span: SourceSpan) -> Diagnostic {
        let way = way.joined(separator: " <- ")
        return Diagnostic(
            "workflow/shut-window", .error,
            Text(
                nb: "«\(transition)» kan aldri gjøres: «\(after)» kommer aldri før «\(before)»",
                nn: "«\(transition)» kan aldri gjerast: «\(after)» kjem aldri før «\(before)»",
                en: "'\(transition)' can never be done: '\(after)' never comes before '\(before)'"), at: span,
            notes: after == before
                ? [] : [Text(nb: "slik regnes de: \(way)", nn: "slik blir dei rekna: \(way)", en: "how they count: \(way)")],
            help: Text(
                nb: "bytt om after og before, eller la ett av dem stå", nn: "byt om after og before, eller lat eitt av dei stå",
                en: "change after and before about, or leave one of them"))
    }

    static func alwaysLate(_ transition: String, before: String, path: WorkflowPath, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/shut-window", .error,
            Text(
                nb: "«\(transition)» kan aldri gjøres: «\(before)» har alltid vært da",
                nn: "«\(transition)» kan aldri gjerast: «\(before)» har alltid vore då",
                en: "'\(transition)' can never be done: '\(before)' has always been by then"), at: span,
            notes: [Text(nb: "korteste vei: \(path)", nn: "kortaste veg: \(path)", en: "shortest path: \(path)")],
            help: Text(
                nb: "la before være noe som kommer etterpå", nn: "lat before vere noko som kjem etterpå",
                en: "let before be something that comes afterwards"))
    }
}
