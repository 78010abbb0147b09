extension Diagnostic {
    static func moduleFolder(_ id: String, folder: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/folder", .error,
            Text(
                nb: "modulen «\(id)» ligger i mappen «\(folder)»", nn: "modulen «\(id)» ligg i mappa «\(folder)»",
                en: "module '\(id)' lies in the folder '\(folder)'"),
            at: span,
            help: Text(
                nb: "mappen og modulen skal ha samme navn", nn: "mappa og modulen skal ha same namn",
                en: "give the folder and the module the same name"))
    }

    /// - Parameters:
    ///   - file: the file in which the two differ.
    ///   - isThere: whether the workspace's folder has it.
    ///   - linked: the same file as it was built in; nil where there is none.
    static func moduleTwice(_ id: String, file: String, isThere: Bool, at span: SourceSpan, linked: SourceSpan?) -> Diagnostic {
        let message =
            if !isThere {
                Text(
                    nb: "modulen «\(id)» er bygd inn i verten med «\(file)», som mangler her",
                    nn: "modulen «\(id)» er bygd inn i verten med «\(file)», som manglar her",
                    en: "module '\(id)' is built into the host with '\(file)', which is missing here")
            } else if linked == nil {
                Text(
                    nb: "modulen «\(id)» er bygd inn i verten uten «\(file)»", nn: "modulen «\(id)» er bygd inn i verten utan «\(file)»",
                    en: "module '\(id)' is built into the host without '\(file)'")
            } else {
                Text(
                    nb: "modulen «\(id)» er bygd inn i verten med et annet innhold",
                    nn: "modulen «\(id)» er bygd inn i verten med eit anna innhald",
                    en: "module '\(id)' is built into the host with other content")
            }
        return Diagnostic(
            "module/twice", .error, message, at: span,
            labels: linked.map { [.init($0, Text(nb: "bygd inn her", nn: "bygd inn her", en: "built in here"))] } ?? [],
            help: Text(
                nb: "gi arbeidsområdets modul et annet navn, eller slett mappen",
                nn: "gi modulen i arbeidsområdet eit anna namn, eller slett mappa",
                en: "give the workspace's module another name, or delete its folder"))
    }

    static func notLinked(_ id: String, swift: String, linked: [String], at span: SourceSpan) -> Diagnostic {
        let names = linked.isEmpty ? "-" : linked.joined(separator: ", ")
        return Diagnostic(
            "module/not-linked", .error,
            Text(
                nb: "modulen «\(id)» trenger koden «\(swift)», som ikke er bygd inn i denne verten",
                nn: "modulen «\(id)» treng koden «\(swift)», som ikkje er bygd inn i denne verten",
                en: "module '\(id)' needs the code '\(swift)', which this host was not built with"),
            at: span,
            notes: [Text(nb: "innebygd: \(names)", nn: "innebygd: \(names)", en: "built in: \(names)")])
    }

    static func notContributed(_ name: String, point: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/not-contributed", .error,
            Text(
                nb: "«\(name)» er oppgitt under \(point), men koden bidrar ikke med den",
                nn: "«\(name)» er oppgitt under \(point), men koden bidreg ikkje med han",
                en: "'\(name)' is declared under \(point), but the code does not contribute it"),
            at: span)
    }

    static func notDeclared(_ name: String, point: String, module: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/not-declared", .error,
            Text(
                nb: "koden bidrar med «\(name)» til \(point), men manifestet oppgir det ikke",
                nn: "koden bidreg med «\(name)» til \(point), men manifestet oppgir det ikkje",
                en: "the code contributes '\(name)' to \(point), but the manifest does not declare it"),
            at: span,
            help: Text(
                nb: "legg til contributes: {\(point): {\(name): {fails: closed}}}",
                nn: "legg til contributes: {\(point): {\(name): {fails: closed}}}",
                en: "add contributes: {\(point): {\(name): {fails: closed}}}"))
    }

    static func unknownPoint(_ point: String, nearest: String?, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/unknown-point", .error,
            Text(
                nb: "ukjent utvidelsespunkt «\(point)»", nn: "ukjent utvidingspunkt «\(point)»", en: "unknown extension point '\(point)'"),
            at: span, label: nearest.map(Text.didYouMean),
            help: Text(
                nb: "utvidelsespunkter som finnes: \(known.joined(separator: ", "))",
                nn: "utvidingspunkt som finst: \(known.joined(separator: ", "))",
                en: "extension points that exist: \(known.joined(separator: ", "))"))
    }

    static func unknownName(_ name: String, kind: Text, nearest: String?, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/unknown-name", .error,
            Text(
                nb: "\(kind(.nb)) «\(name)» er ikke oppgitt i modulen", nn: "\(kind(.nn)) «\(name)» er ikkje oppgitt i modulen",
                en: "\(kind(.en)) '\(name)' is not declared in the module"),
            at: span, label: nearest.map(Text.didYouMean), help: known.isEmpty ? nil : .oneOf(known))
    }

    static func ruleWithoutCode(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/rule-without-code", .error,
            Text(
                nb: "regelen «\(name)» har ingen kode som utfører den", nn: "regelen «\(name)» har ingen kode som utfører han",
                en: "rule '\(name)' has no code that carries it out"),
            at: span,
            help: Text(
                nb: "bind den under contributes: {kernel.variant-rules: {\(name): {fails: closed}}}",
                nn: "bind han under contributes: {kernel.variant-rules: {\(name): {fails: closed}}}",
                en: "bind it under contributes: {kernel.variant-rules: {\(name): {fails: closed}}}"))
    }

    static func codeWithoutRule(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/code-without-rule", .error,
            Text(
                nb: "kernel.variant-rules binder «\(name)», men rules sier ikke hva den er",
                nn: "kernel.variant-rules bind «\(name)», men rules seier ikkje kva ho er",
                en: "kernel.variant-rules binds '\(name)', but rules does not say what it is"),
            at: span)
    }

    /// - Parameter owner: the module that declares it before; nil where the key is the kernel's own.
    static func sectionTaken(_ key: String, by owner: String?, of module: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/section-taken", .error,
            owner.map {
                Text(
                    nb: "modulen «\($0)» har alt delen «\(key)» av varianter", nn: "modulen «\($0)» har alt delen «\(key)» av variantar",
                    en: "the module '\($0)' has the section '\(key)' of variants already")
            }
                ?? Text(
                    nb: "nøkkelen «\(key)» er kjernens egen", nn: "nøkkelen «\(key)» er kjernen sin eigen",
                    en: "the key '\(key)' is the kernel's own"), at: span,
            help: Text(
                nb: "gi delen et annet navn, for eksempel \(module)-\(key)", nn: "gi delen eit anna namn, til dømes \(module)-\(key)",
                en: "call the section something else, for example \(module)-\(key)"))
    }
}

extension Text {
    /// The label under a name that is close to a known one.
    public static func didYouMean(_ name: String) -> Text {
        Text(nb: "mente du «\(name)»?", nn: "meinte du «\(name)»?", en: "did you mean '\(name)'?")
    }

    /// The label or help for a name that is none of those known; nil where none is near.
    ///
    /// - Parameter searches: whether to look for one at all.
    public static func didYouMean(_ name: String, among known: some Sequence<String>, searches: Bool = true) -> Text? {
        if !searches { return nil }
        return NearestName.suggestion(for: name, among: known).map(didYouMean)
    }

    /// A help that lists what could stand there; long lists are cut.
    static func oneOf(_ names: some Sequence<String>) -> Text {
        let first = Array(names.prefix(21))
        let shown = first.prefix(20).joined(separator: ", ") + (first.count > 20 ? ", …" : "")
        return Text(nb: "mulige verdier: \(shown)", nn: "moglege verdiar: \(shown)", en: "possible values: \(shown)")
    }
}
