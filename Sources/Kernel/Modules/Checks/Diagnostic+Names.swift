/// Faults of names that are taken.
extension Diagnostic {
    static func reservedModule(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/reserved", .error,
            Text(
                nb: "ingen modul kan hete «\(id)»", nn: "ingen modul kan heite «\(id)»", en: "no module can be called '\(id)'"), at: span)
    }

    static func reservedName(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/reserved-name", .error,
            Text(
                nb: "«\(name)» er kjernens eget navn i alle poster", nn: "«\(name)» er kjernen sitt eige namn i alle postar",
                en: "'\(name)' is the kernel's own name in every record"), at: span,
            help: Text(nb: "gi feltet et annet navn", nn: "gi feltet eit anna namn", en: "give the field another name"))
    }

    static func reservedRole(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/reserved-role", .error,
            Text(
                nb: "ingen rolle kan hete «\(name)», som er kjernens eget ord i rettigheter",
                nn: "inga rolle kan heite «\(name)», som er kjernen sitt eige ord i rettar",
                en: "no role can be called '\(name)', which is the kernel's own word in rights"), at: span,
            help: Text(nb: "gi rollen et annet navn", nn: "gi rolla eit anna namn", en: "give the role another name"))
    }

    static func sameColumn(_ name: String, parent: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/same-column", .error,
            Text(
                nb: "«\(name)» står alt for forelderen «\(parent)»", nn: "«\(name)» står alt for forelderen «\(parent)»",
                en: "'\(name)' stands for the parent '\(parent)' already"), at: span,
            help: Text(nb: "gi feltet et annet navn", nn: "gi feltet eit anna namn", en: "give the field another name"))
    }

    static func scopeOfKernelRole(_ scope: String, role: String, known: [String], at span: SourceSpan) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "module/role-scope", .error,
            Text(
                nb: "rollen «\(role)» er kjernens egen og kan ikke holdes i «\(scope)»",
                nn: "rolla «\(role)» er kjernen si eiga og kan ikkje haldast i «\(scope)»",
                en: "the role '\(role)' is the kernel's own and cannot be held in '\(scope)'"), at: span,
            help: Text(
                nb: "den holdes i \(list); gi rollen et annet navn hvis du mener en annen",
                nn: "ho blir halden i \(list); gi rolla eit anna namn om du meiner ei anna",
                en: "it is held in \(list); give the role another name if another is meant"))
    }

    static func reservedTransition(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/reserved-name", .error,
            Text(
                nb: "alle poster har handlingen «\(name)» fra før", nn: "alle postar har handlinga «\(name)» frå før",
                en: "every record has the action '\(name)' already"), at: span,
            help: Text(nb: "gi overgangen et annet navn", nn: "gi overgangen eit anna namn", en: "give the transition another name"))
    }

    static func actionTwice(_ name: String, first: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/action-twice", .error,
            Text(
                nb: "handlingen «\(name)» finnes fra før", nn: "handlinga «\(name)» finst frå før",
                en: "the action '\(name)' exists already"),
            at: span, labels: [.init(first, Text(nb: "den kommer herfra", nn: "ho kjem herifrå", en: "it comes from here"))])
    }

    static func nameInUse(_ name: String, other: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/name-in-use", .error,
            Text(
                nb: "«\(name)» er i bruk for noe annet, så det er uklart hva som het det før",
                nn: "«\(name)» er i bruk for noko anna, så det er uklart kva som heitte det før",
                en: "'\(name)' is in use for something else, so it is unclear what was called that"), at: span,
            labels: [.init(other, Text(nb: "brukt her", nn: "brukt her", en: "used here"))])
    }

    static func moduleRenamed(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/renamed", .error,
            Text(
                nb: "en modul får aldri en annen id: tabellene, postene og loggen går etter den",
                nn: "ein modul får aldri ein annan id: tabellane, postane og loggen går etter han",
                en: "a module never gets another id: its tables, its records and the log go by it"), at: span,
            help: Text(
                nb: "la modulen hete det den het, og gi den en annen tittel i stedet for «\(id)»",
                nn: "lat modulen heite det han heitte, og gi han ein annan tittel i staden for «\(id)»",
                en: "keep the id that it had, in place of '\(id)', and give it another title"))
    }
}
