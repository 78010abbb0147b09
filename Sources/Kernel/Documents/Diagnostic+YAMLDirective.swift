/// Faults in the lines that begin with `%`, before the document (YAML 1.2.2, 6.8).
extension Diagnostic {
    static func otherMinorVersion(_ version: String, at span: SourceSpan) -> Diagnostic {
        let version = version.excerpt
        return Diagnostic(
            "yaml/version", .warning,
            Text(
                nb: "filen sier at den er YAML \(version), men blir lest som YAML 1.2",
                nn: "fila seier at ho er YAML \(version), men blir lesen som YAML 1.2",
                en: "the file says that it is YAML \(version), but is read as YAML 1.2"),
            at: span,
            notes: [
                Text(
                    nb: "i YAML 1.2 er «no», «yes», «on» og «off» tekster", nn: "i YAML 1.2 er «no», «yes», «on» og «off» tekstar",
                    en: "in YAML 1.2, 'no', 'yes', 'on' and 'off' are texts")
            ],
            help: Text(nb: "fjern linjen", nn: "fjern linja", en: "remove the line"))
    }

    static func otherMajorVersion(_ version: String, at span: SourceSpan) -> Diagnostic {
        let version = version.excerpt
        return Diagnostic(
            "yaml/version", .error,
            Text(nb: "YAML \(version) er ukjent her", nn: "YAML \(version) er ukjend her", en: "YAML \(version) is not known here"),
            at: span, help: Text(nb: "skriv filen som YAML 1.2", nn: "skriv fila som YAML 1.2", en: "write the file as YAML 1.2"))
    }

    static func unreadableVersion(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/directive", .error,
            Text(
                nb: "%YAML har ikke et versjonsnummer", nn: "%YAML har ikkje eit versjonsnummer",
                en: "%YAML is not followed by one version number"),
            at: span,
            help: Text(
                nb: "skriv «%YAML 1.2», eller fjern linjen", nn: "skriv «%YAML 1.2», eller fjern linja",
                en: "write '%YAML 1.2', or remove the line"))
    }

    static func secondVersion(at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/directive", .error,
            Text(nb: "%YAML står to ganger", nn: "%YAML står to gonger", en: "%YAML occurs twice"), at: span,
            labels: [Label(first, Text(nb: "første gang her", nn: "første gong her", en: "first here"))])
    }

    static func tagDirective(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/directive", .error,
            Text(
                nb: "%TAG kan ikke brukes, for bare standardtaggene er kjent",
                nn: "%TAG kan ikkje brukast, for berre standardtaggane er kjende",
                en: "%TAG cannot be used, since only the core tags are known"),
            at: span,
            help: Text(
                nb: "fjern linjen og taggene som bruker den", nn: "fjern linja og taggane som bruker henne",
                en: "remove the line and the tags that use it"))
    }

    static func unknownDirective(_ name: String, at span: SourceSpan) -> Diagnostic {
        let name = name.excerpt
        return Diagnostic(
            "yaml/directive", .warning,
            Text(
                nb: "linjen «\(name)» har ingen virkning", nn: "linja «\(name)» har ingen verknad", en: "the line '\(name)' has no effect"),
            at: span, help: Text(nb: "fjern linjen", nn: "fjern linja", en: "remove the line"))
    }

    static func directiveWithoutDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/directive", .error,
            Text(
                nb: "etter en linje som begynner med «%», må det komme en linje med «---»",
                nn: "etter ei linje som byrjar med «%», må det kome ei linje med «---»",
                en: "a line that begins with '%' must be followed by a line '---'"),
            at: span)
    }
}
