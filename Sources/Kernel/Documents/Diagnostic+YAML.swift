/// Faults in what a YAML file says, found after its syntax.
extension Diagnostic {
    static func severalDocuments(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/several-documents", .error,
            Text(
                nb: "her begynner et dokument til, og filen kan bare ha ett",
                nn: "her byrjar eit dokument til, og fila kan berre ha eitt",
                en: "a second document begins here, and the file may hold only one"),
            at: span,
            help: Text(nb: "legg det i en egen fil", nn: "legg det i ei eiga fil", en: "put it in a file of its own"))
    }

    static func undefinedAlias(_ name: String, at span: SourceSpan, nearest: String?) -> Diagnostic {
        let label = nearest.map { nearest in
            Text(nb: "mente du «*\(nearest)»?", nn: "meinte du «*\(nearest)»?", en: "did you mean '*\(nearest)'?")
        }
        let name = name.excerpt
        return Diagnostic(
            "yaml/undefined-alias", .error,
            Text(
                nb: "ingen verdi over dette stedet er merket «&\(name)»", nn: "ingen verdi over denne staden er merkt «&\(name)»",
                en: "no value above this place is marked '&\(name)'"),
            at: span, label: label,
            help: Text(
                nb: "sett anførselstegn rundt verdien hvis den er en tekst som begynner med «*»",
                nn: "set hermeteikn rundt verdien om han er ein tekst som byrjar med «*»",
                en: "put the value in quotes if it is a text that begins with '*'"))
    }

    static func recursiveAlias(_ name: String, at span: SourceSpan) -> Diagnostic {
        let name = name.excerpt
        return Diagnostic(
            "yaml/recursive-alias", .error,
            Text(
                nb: "«*\(name)» står inni verdien som det viser til", nn: "«*\(name)» står inni verdien som det viser til",
                en: "'*\(name)' stands inside the value that it refers to"),
            at: span)
    }

    static func aliasExpansion(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/alias-expansion", .error,
            Text(
                nb: "aliasene i filen gjentar mer enn \(limit) verdier", nn: "aliasa i fila tek opp att meir enn \(limit) verdiar",
                en: "the aliases of the file repeat more than \(limit) values"),
            at: span)
    }

    static func tooManyAnchors(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/too-many-anchors", .error,
            Text(
                nb: "filen har mer enn \(limit) merker med «&»", nn: "fila har meir enn \(limit) merke med «&»",
                en: "the file has more than \(limit) marks with '&'"),
            at: span)
    }

    static func unknownTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
        let tag = YAMLTag.shorthand(tag).excerpt
        return Diagnostic(
            "yaml/unknown-tag", .error,
            Text(nb: "ukjent tagg «\(tag)»", nn: "ukjend tagg «\(tag)»", en: "unknown tag '\(tag)'"),
            at: span,
            help: Text(
                nb: "bruk !!str, !!int, !!float, !!bool, !!null, !!seq eller !!map, eller sett teksten i anførselstegn",
                nn: "bruk !!str, !!int, !!float, !!bool, !!null, !!seq eller !!map, eller set teksten i hermeteikn",
                en: "use !!str, !!int, !!float, !!bool, !!null, !!seq or !!map, or put the text in quotes"))
    }

    static func tagMismatch(_ tag: String, _ text: String, at span: SourceSpan) -> Diagnostic {
        let (tag, text) = (YAMLTag.shorthand(tag), text.excerpt)
        return Diagnostic(
            "yaml/tag-mismatch", .error,
            Text(
                nb: "«\(text)» er ikke en verdi av typen \(tag)", nn: "«\(text)» er ikkje ein verdi av typen \(tag)",
                en: "'\(text)' is not a value of type \(tag)"),
            at: span)
    }

    static func nullKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/null-key", .error,
            Text(nb: "en nøkkel kan ikke være tom", nn: "ein nøkkel kan ikkje vere tom", en: "a key cannot be empty or null"),
            at: span,
            help: Text(
                nb: "skriv nøkkelen før «:», i anførselstegn hvis den heter «null» eller «~»",
                nn: "skriv nøkkelen før «:», i hermeteikn om han heiter «null» eller «~»",
                en: "write the key before ':', in quotes if it is called 'null' or '~'"))
    }

    static func collectionKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/collection-key", .error,
            Text(
                nb: "en liste eller et kart kan ikke være nøkkel", nn: "ei liste eller eit kart kan ikkje vere nøkkel",
                en: "a list or a map cannot be a key"),
            at: span,
            help: Text(
                nb: "sett anførselstegn rundt verdien hvis den er en tekst, for eksempel \"{navn}\"",
                nn: "set hermeteikn rundt verdien om han er ein tekst, til dømes \"{namn}\"",
                en: "put the value in quotes if it is a text, for example \"{name}\""))
    }
}
