/// Faults in the form of a workflow.
extension Diagnostic {
    static func unreachable(_ state: String, from initial: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unreachable", .error,
            Text(
                nb: "ingen vei leder fra «\(initial)» til «\(state)»", nn: "ingen veg fører frå «\(initial)» til «\(state)»",
                en: "no path leads from '\(initial)' to '\(state)'"), at: span)
    }

    static func noEnd(_ workflow: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/no-end", .error,
            Text(
                nb: "arbeidsflyten «\(workflow)» har ingen slutt", nn: "arbeidsflyten «\(workflow)» har ingen slutt",
                en: "the workflow '\(workflow)' has no end"), at: span,
            help: Text(
                nb: "skriv final: true ved minst én tilstand", nn: "skriv final: true ved minst éin tilstand",
                en: "write final: true at one state or more"))
    }

    static func stuck(_ state: String, path: WorkflowPath?, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/stuck", .error,
            Text(
                nb: "fra «\(state)» når ingen vei en slutt", nn: "frå «\(state)» når ingen veg ein slutt",
                en: "from '\(state)' no path reaches an end"), at: span, notes: shortest(path))
    }

    static func afterEnd(_ transition: String, state: String, path: WorkflowPath, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/after-end", .error,
            Text(
                nb: "«\(transition)» leder ut av «\(state)», som er en slutt",
                nn: "«\(transition)» fører ut av «\(state)», som er ein slutt",
                en: "'\(transition)' leads out of '\(state)', which is an end"), at: span, notes: shortest(path))
    }

    static func noRight(_ transition: String, path: WorkflowPath?, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/no-right", .error,
            Text(
                nb: "ingen har lov til «\(transition)», og det skjer ikke av seg selv",
                nn: "ingen har lov til «\(transition)», og det skjer ikkje av seg sjølv",
                en: "nobody may '\(transition)', and it does not happen by itself"), at: span, notes: shortest(path),
            help: Text(
                nb: "skriv by: [hvem], eller when med det som skal til", nn: "skriv by: [kven], eller when med det som skal til",
                en: "write by: [who], or when with what it takes"))
    }

    static func endlessCircle(_ circle: WorkflowPath, path: WorkflowPath, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/endless", .error,
            Text(
                nb: "overgangene skjer av seg selv i ring: \(circle)", nn: "overgangane skjer av seg sjølv i ring: \(circle)",
                en: "transitions happen by themselves in a circle: \(circle)"), at: span, notes: path == circle ? [] : shortest(path),
            help: Text(
                nb: "la en person gjøre minst én av dem: by i stedet for when",
                nn: "lat ein person gjere minst éin av dei: by i staden for when",
                en: "let a person do at least one of them: by in place of when"))
    }

    static func neverFilled(_ field: String, transition: String, path: WorkflowPath, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/never-filled", .error,
            Text(
                nb: "«\(transition)» trenger «\(field)», som ingen kan ha fylt ut",
                nn: "«\(transition)» treng «\(field)», som ingen kan ha fylt ut",
                en: "'\(transition)' needs '\(field)', which nobody can have filled in"), at: span, notes: shortest(path),
            help: Text(
                nb: "gi noen create eller update, eller ta feltet inn som input",
                nn: "gi nokon create eller update, eller ta feltet inn som input",
                en: "give somebody create or update, or take the field as input"))
    }

    static func codedWithoutCode(_ transition: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/coded", .error,
            Text(
                nb: "«\(transition)» gjøres bare av modulens kode, og modulen har ingen",
                nn: "«\(transition)» blir berre gjort av koden til modulen, og modulen har ingen",
                en: "'\(transition)' is done by the module's code alone, and the module has none"), at: span,
            help: Text(
                nb: "skriv by: [hvem] eller when i stedet for coded", nn: "skriv by: [kven] eller when i staden for coded",
                en: "write by: [who] or when in place of coded"))
    }

    /// - Parameters:
    ///   - other: `by` or `when`.
    ///   - there: where that stands.
    static func codedAndBy(_ transition: String, other: String, there: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/coded", .error,
            Text(
                nb: "«\(transition)» gjøres bare av modulens kode, og har likevel \(other)",
                nn: "«\(transition)» blir berre gjort av koden til modulen, og har likevel \(other)",
                en: "'\(transition)' is done by the module's code alone, and has \(other) all the same"), at: span,
            labels: [.init(there, Text(nb: "\(other) står her", nn: "\(other) står her", en: "\(other) stands here"))],
            help: Text(nb: "ta bort ett av dem", nn: "ta bort eitt av dei", en: "take one of them away"))
    }

    /// - Parameters:
    ///   - child: the record that the transition waits for.
    ///   - record: where that is declared.
    static func nobodyMakes(_ child: String, transition: String, record: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/nobody-makes", .error,
            Text(
                nb: "«\(transition)» kan aldri skje: ingen kan lage en «\(child)»",
                nn: "«\(transition)» kan aldri skje: ingen kan lage ein «\(child)»",
                en: "'\(transition)' can never happen: nobody can make a '\(child)'"), at: span,
            labels: [.init(record, Text(nb: "den har ikke create", nn: "han har ikkje create", en: "it has no create"))],
            help: Text(
                nb: "skriv create: {by: [hvem]} i posten, eller la overgangen vente på noe annet",
                nn: "skriv create: {by: [kven]} i posten, eller lat overgangen vente på noko anna",
                en: "write create: {by: [who]} in the record, or let the transition wait for something else"))
    }

    static func unused(_ name: String, kind: Text, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unused", .warning,
            Text(
                nb: "\(kind(.nb)) «\(name)» blir aldri brukt", nn: "\(kind(.nn)) «\(name)» blir aldri brukt",
                en: "the \(kind(.en)) '\(name)' is never used"), at: span)
    }

    static func unusedDeadline(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unused", .warning,
            Text(
                nb: "fristen «\(name)» blir aldri brukt", nn: "fristen «\(name)» blir aldri brukt",
                en: "the deadline '\(name)' is never used"), at: span,
            help: Text(
                nb: "bruk den i before, after eller when, eller gi den en title, så vises den for folk",
                nn: "bruk han i before, after eller when, eller gi han ein title, så blir han vist for folk",
                en: "use it in before, after or when, or give it a title, and it is shown to people"))
    }

    /// A property that a module contributed, and the path that breaks it.
    static func property(_ id: String, _ violation: WorkflowViolation, in workflow: Workflow) -> Diagnostic {
        Diagnostic(
            id, .error, violation.message, at: violation.span ?? workflow.span, notes: shortest(violation.path), help: violation.help)
    }

    private static func shortest(_ path: WorkflowPath?) -> [Text] {
        path.map { [Text(nb: "korteste vei: \($0)", nn: "kortaste veg: \($0)", en: "shortest path: \($0)")] } ?? []
    }
}
