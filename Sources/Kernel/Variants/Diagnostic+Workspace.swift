extension Diagnostic {
    static func noWorkspaceFile(_ path: String) -> Diagnostic {
        Diagnostic(
            "workspace/missing", .error,
            Text(nb: "filen «\(path)» mangler", nn: "fila «\(path)» manglar", en: "the file '\(path)' is missing"), at: nil,
            help: Text(
                nb: "lag et arbeidsområde med «kjerne new MAPPE»", nn: "lag eit arbeidsområde med «kjerne new MAPPE»",
                en: "make a workspace with 'kjerne new DIR'"))
    }

    static func unreadableFile(_ failure: FileTree.ReadFailure, at span: SourceSpan) -> Diagnostic {
        let reason = failure.reason
        return Diagnostic(
            "workspace/unreadable", .error,
            Text(
                nb: "dette kan ikke leses: \(reason(.nb))", nn: "dette kan ikkje lesast: \(reason(.nn))",
                en: "this cannot be read: \(reason(.en))"), at: span)
    }

    /// - Parameters:
    ///   - languages: those that the module is not written in.
    ///   - wanted: where the workspace asks for them.
    static func notSpoken(_ module: String, languages: [String], at span: SourceSpan, wanted: SourceSpan?) -> Diagnostic {
        let list = languages.joined(separator: ", ")
        let own = Language.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            "workspace/language", .error,
            Text(
                nb: "modulen «\(module)» er ikke skrevet på \(list)", nn: "modulen «\(module)» er ikkje skriven på \(list)",
                en: "the module '\(module)' is not written in \(list)"), at: span,
            labels: wanted.map { [Label($0, Text(nb: "språkene står her", nn: "språka står her", en: "the languages stand here"))] } ?? [],
            help: Text(
                nb: "moduler som følger med, finnes på \(own); ta bort språket, eller slå av modulen",
                nn: "modular som følgjer med, finst på \(own); ta bort språket, eller slå av modulen",
                en: "modules that come with the program are written in \(own); leave out the language, or disable the module"))
    }

    static func unknownFile(at span: SourceSpan) -> Diagnostic {
        let places = FileKind.allCases.map(\.place).joined(separator: ", ")
        return Diagnostic(
            "workspace/unknown-file", .warning,
            Text(nb: "ingenting leser denne filen", nn: "ingenting les denne fila", en: "nothing reads this file"), at: span,
            help: Text(nb: "filer leses her: \(places)", nn: "filer blir lesne her: \(places)", en: "files are read at: \(places)"))
    }

    static func unknownTimeZone(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workspace/unknown-time-zone", .error,
            Text(nb: "ukjent tidssone «\(name)»", nn: "ukjend tidssone «\(name)»", en: "unknown time zone '\(name)'"), at: span,
            help: Text(nb: "skriv for eksempel Europe/Oslo", nn: "skriv til dømes Europe/Oslo", en: "write for example Europe/Oslo"))
    }

    static func unknownCalendar(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workspace/unknown-calendar", .error,
            Text(nb: "kalenderen «\(id)» finnes ikke", nn: "kalenderen «\(id)» finst ikkje", en: "there is no calendar '\(id)'"), at: span,
            label: NearestName.suggestion(for: id, among: known).map(Text.didYouMean),
            help: Text(
                nb: "legg den i Config/calendars/\(id).yaml", nn: "legg han i Config/calendars/\(id).yaml",
                en: "put it in Config/calendars/\(id).yaml"))
    }

    static func noManifest(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/no-manifest", .error,
            Text(nb: "modulen mangler «\(path)»", nn: "modulen manglar «\(path)»", en: "the module lacks '\(path)'"), at: span)
    }

    static func noSettings(_ module: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/no-settings", .error,
            Text(
                nb: "modulen «\(module)» har ingen innstillinger", nn: "modulen «\(module)» har ingen innstillingar",
                en: "module '\(module)' has no settings"),
            at: span)
    }

    static func fileName(_ id: String, path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workspace/file-name", .error,
            Text(
                nb: "filen heter ikke det samme som det den beskriver: «\(id)»",
                nn: "fila heiter ikkje det same som det ho skildrar: «\(id)»",
                en: "the file is not named after what it describes: '\(id)'"), at: span,
            help: Text(
                nb: "gi fil og innhold samme navn", nn: "gi fil og innhald same namn", en: "give the file and its content the same name"))
    }

    static func unknownVariant(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "offering/unknown-variant", .error,
            Text(nb: "varianten «\(id)» finnes ikke", nn: "varianten «\(id)» finst ikkje", en: "there is no variant '\(id)'"), at: span,
            label: NearestName.suggestion(for: id, among: known).map(Text.didYouMean), help: known.isEmpty ? nil : .oneOf(known))
    }

    static func unknownReference(_ id: String, _ kind: Text, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/unknown-name", .error,
            Text(
                nb: "\(kind(.nb)) «\(id)» finnes ikke her", nn: "\(kind(.nn)) «\(id)» finst ikkje her",
                en: "there is no \(kind(.en)) '\(id)' here"), at: span,
            label: .didYouMean(id, among: known, searches: suggests), help: known.isEmpty ? nil : .oneOf(known))
    }

    static func ruleFailed(_ rule: String, reason: String, closed: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/rule-failed", closed ? .error : .warning,
            Text(
                nb: "regelen «\(rule)» stanset med en feil", nn: "regelen «\(rule)» stansa med ein feil",
                en: "rule '\(rule)' stopped with an error"), at: span,
            notes: [Text(verbatim: reason)])
    }

    static func tooManyWanted(_ wanted: Int, of choices: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/requirement", .error,
            Text(
                nb: "ingen kan oppfylle \(wanted) av \(choices) krav", nn: "ingen kan oppfylle \(wanted) av \(choices) krav",
                en: "nobody can meet \(wanted) of \(choices) requirements"), at: span)
    }
}
