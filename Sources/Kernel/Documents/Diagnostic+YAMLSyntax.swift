/// Faults in the syntax of a YAML file, in the words of what a person did.
extension Diagnostic {
    static func tabIndentation(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/tab", .error,
            Text(
                nb: "linjen er rykket inn med tabulator", nn: "linja er rykt inn med tabulator", en: "the line is indented with a tab"),
            at: span,
            help: Text(
                nb: "rykk inn med mellomrom; YAML tillater ikke tabulator der",
                nn: "rykk inn med mellomrom; YAML tillèt ikkje tabulator der",
                en: "indent with spaces; YAML does not allow tabs there"))
    }

    static func unclosedQuote(_ quote: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/unclosed-quote", .error,
            Text(
                nb: "anførselstegnet \(quote) blir aldri lukket", nn: "hermeteiknet \(quote) blir aldri lukka",
                en: "the quote \(quote) is never closed"),
            at: span,
            help: Text(
                nb: "sett \(quote) etter teksten", nn: "set \(quote) etter teksten", en: "put \(quote) after the text"))
    }

    static func unclosedBracket(_ bracket: String, at span: SourceSpan, foundInstead: SourceSpan? = nil) -> Diagnostic {
        let closer = bracket == "[" ? "]" : "}"
        let labels = foundInstead.map {
            [
                Label(
                    $0,
                    Text(
                        nb: "«\(closer)» mangler foran dette", nn: "«\(closer)» manglar framfor dette",
                        en: "'\(closer)' is missing before this"))
            ]
        }
        return Diagnostic(
            "yaml/unclosed-bracket", .error,
            Text(nb: "«\(bracket)» blir aldri lukket", nn: "«\(bracket)» blir aldri lukka", en: "'\(bracket)' is never closed"),
            at: span, labels: labels ?? [],
            help: Text(
                nb: "sett «\(closer)» der listen eller kartet slutter", nn: "set «\(closer)» der lista eller kartet sluttar",
                en: "put '\(closer)' where the list or map ends"))
    }

    static func unopenedBracket(_ bracket: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/unopened-bracket", .error,
            Text(
                nb: "«\(bracket)» lukker noe som ikke er åpnet", nn: "«\(bracket)» lukkar noko som ikkje er opna",
                en: "'\(bracket)' closes what was never opened"),
            at: span)
    }

    /// A key whose `:` stands on a later line, which YAML 1.2 lets a quoted key in brackets do and libyaml does not read.
    static func splitKey(at span: SourceSpan, opening: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/split-key", .error,
            Text(
                nb: "«:» står ikke på samme linje som nøkkelen sin", nn: "«:» står ikkje på same linje som nøkkelen sin",
                en: "':' is not on the same line as its key"),
            at: span, labels: [Label(opening, Text(nb: "åpnet her", nn: "opna her", en: "opened here"))],
            help: Text(
                nb: "skriv nøkkelen og «:» på én linje", nn: "skriv nøkkelen og «:» på éi linje", en: "write the key and ':' on one line"))
    }

    static func missingComma(at span: SourceSpan, _ bracket: String, opening: SourceSpan) -> Diagnostic {
        let closer = bracket == "[" ? "]" : "}"
        return Diagnostic(
            "yaml/missing-comma", .error,
            Text(
                nb: "her ventes «,» eller «\(closer)»", nn: "her er det venta «,» eller «\(closer)»", en: "expected ',' or '\(closer)' here"
            ),
            at: span,
            labels: [
                Label(opening, Text(nb: "«\(bracket)» åpnes her", nn: "«\(bracket)» blir opna her", en: "'\(bracket)' is opened here"))
            ],
            help: Text(
                nb: "sett anførselstegn rundt tekster som har komma, kolon eller klammer i seg",
                nn: "set hermeteikn rundt tekstar som har komma, kolon eller klammer i seg",
                en: "put texts that contain commas, colons or brackets in quotes"))
    }

    static func missingColon(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/missing-colon", .error,
            Text(nb: "«:» mangler etter nøkkelen", nn: "«:» manglar etter nøkkelen", en: "':' is missing after the key"), at: span,
            help: Text(
                nb: "skriv «nøkkel: verdi»; en tekst over flere linjer begynner med «|» etter nøkkelen og rykkes inn",
                nn: "skriv «nøkkel: verdi»; ein tekst over fleire linjer byrjar med «|» etter nøkkelen og blir rykt inn",
                en: "write 'key: value'; a text of several lines begins with '|' after the key and is indented"))
    }

    static func missingSpace(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/missing-space", .error,
            Text(nb: "mellomrom mangler etter «:»", nn: "mellomrom manglar etter «:»", en: "a space is missing after ':'"), at: span,
            help: Text(nb: "skriv «nøkkel: verdi»", nn: "skriv «nøkkel: verdi»", en: "write 'key: value'"))
    }

    static func longKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/long-key", .error,
            Text(
                nb: "nøkkelen er lengre enn 1024 tegn", nn: "nøkkelen er lengre enn 1024 teikn",
                en: "the key is longer than 1024 characters"),
            at: span)
    }

    static func secondColon(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/second-colon", .error,
            Text(
                nb: "et «:» til kan ikke stå i verdien", nn: "eit «:» til kan ikkje stå i verdien",
                en: "the value cannot contain another ':' followed by a space"),
            at: span,
            help: Text(
                nb: "sett anførselstegn rundt verdien, eller sett den andre nøkkelen på en egen linje",
                nn: "set hermeteikn rundt verdien, eller set den andre nøkkelen på ei eiga linje",
                en: "put the value in quotes, or the second key on a line of its own"))
    }

    static func unexpectedIndentation(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/indentation", .error,
            Text(
                nb: "linjen er rykket inn under en nøkkel som allerede har en verdi",
                nn: "linja er rykt inn under ein nøkkel som alt har ein verdi",
                en: "the line is indented under a key that already has a value"),
            at: span,
            help: Text(
                nb: "rykk den inn like mye som nøkkelen over, eller fjern verdien der",
                nn: "rykk henne inn like mykje som nøkkelen over, eller fjern verdien der",
                en: "indent it as much as the key above, or remove the value there"))
    }

    static func indentation(at span: SourceSpan, above: SourceSpan?) -> Diagnostic {
        let label = Text(nb: "linjen over begynner her", nn: "linja over byrjar her", en: "the line above begins here")
        return Diagnostic(
            "yaml/indentation", .error,
            Text(
                nb: "linjen er ikke rykket inn som linjene den hører sammen med",
                nn: "linja er ikkje rykt inn som linjene ho høyrer saman med",
                en: "the line is not indented like the lines that it belongs with"),
            at: span, labels: above.map { [Label(SourceSpan(file: $0.file, start: $0.start, end: $0.start), label)] } ?? [],
            help: Text(
                nb: "gi alle nøkler eller punkter som hører sammen, samme innrykk",
                nn: "gje alle nøklar eller punkt som høyrer saman, same innrykk",
                en: "give all keys or items that belong together the same indentation"))
    }

    static func textAfterValue(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/text-after-value", .error,
            Text(
                nb: "verdien er slutt, men linjen fortsetter", nn: "verdien er slutt, men linja held fram",
                en: "the value has ended, but the line goes on"),
            at: span,
            help: Text(
                nb: "sett hele verdien i anførselstegn; skriv \\\" for et anførselstegn i en tekst",
                nn: "set heile verdien i hermeteikn; skriv \\\" for eit hermeteikn i ein tekst",
                en: "put the whole value in quotes; write \\\" for a quote inside a text"))
    }

    static func textAfterDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/text-after-value", .error,
            Text(
                nb: "verdien er slutt, men filen fortsetter", nn: "verdien er slutt, men fila held fram",
                en: "the value has ended, but the file goes on"),
            at: span,
            help: Text(
                nb: "en fil har én verdi: et kart, en liste eller en tekst", nn: "ei fil har éin verdi: eit kart, ei liste eller ein tekst",
                en: "a file holds one value: a map, a list or a text"))
    }

    static func reservedCharacter(_ character: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/reserved-character", .error,
            Text(
                nb: "en verdi kan ikke begynne med «\(character)»", nn: "ein verdi kan ikkje byrje med «\(character)»",
                en: "a value cannot begin with '\(character)'"),
            at: span,
            help: Text(
                nb: "sett verdien i anførselstegn", nn: "set verdien i hermeteikn", en: "put the value in quotes"))
    }

    static func misplacedDash(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/misplaced-dash", .error,
            Text(
                nb: "et listepunkt kan ikke begynne her", nn: "eit listepunkt kan ikkje byrje her", en: "a list item cannot begin here"),
            at: span,
            help: Text(
                nb: "sett «-» på en egen linje under nøkkelen, eller sett teksten i anførselstegn",
                nn: "set «-» på ei eiga linje under nøkkelen, eller set teksten i hermeteikn",
                en: "put '-' on a line of its own under the key, or put the text in quotes"))
    }

    static func misplacedQuestionMark(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/misplaced-question-mark", .error,
            Text(
                nb: "«?» kan ikke innlede en nøkkel her", nn: "«?» kan ikkje innleie ein nøkkel her", en: "'?' cannot begin a key here"),
            at: span,
            help: Text(
                nb: "sett teksten i anførselstegn", nn: "set teksten i hermeteikn", en: "put the text in quotes"))
    }

    /// - Parameter isColon: Whether a `:` stands where the value should, as in `{time: :30}`.
    static func missingValue(at span: SourceSpan, isColon: Bool = false) -> Diagnostic {
        Diagnostic(
            "yaml/missing-value", .error, Text(nb: "her mangler en verdi", nn: "her manglar ein verdi", en: "a value is missing here"),
            at: span,
            help: isColon
                ? Text(
                    nb: "sett en tekst som begynner med «:», i anførselstegn", nn: "set ein tekst som byrjar med «:», i hermeteikn",
                    en: "put a text that begins with ':' in quotes")
                : nil)
    }

    static func invalidEscape(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/escape", .error,
            Text(
                nb: "omvendt skråstrek følges ikke av en gyldig kode", nn: "omvend skråstrek er ikkje følgd av ein gyldig kode",
                en: "the backslash is not followed by a valid escape"),
            at: span,
            help: Text(
                nb: "skriv \\\\ for en omvendt skråstrek, eller bruk enkle anførselstegn",
                nn: "skriv \\\\ for ein omvend skråstrek, eller bruk enkle hermeteikn",
                en: "write \\\\ for a backslash, or use single quotes"))
    }

    static func invalidAnchor(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/anchor", .error,
            Text(
                nb: "etter «&» eller «*» må det stå et navn av bokstaver a–z, sifre, «-» og «_»",
                nn: "etter «&» eller «*» må det stå eit namn av bokstavar a–z, siffer, «-» og «_»",
                en: "'&' or '*' must be followed by a name of letters a–z, digits, '-' and '_'"),
            at: span,
            help: Text(
                nb: "sett verdien i anførselstegn hvis den er en tekst", nn: "set verdien i hermeteikn om han er ein tekst",
                en: "put the value in quotes if it is a text"))
    }

    /// What has no sentence of its own: libyaml's words, in English.
    static func syntax(_ problem: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/syntax", .error,
            Text(nb: "dette er ikke gyldig YAML", nn: "dette er ikkje gyldig YAML", en: "this is not valid YAML"), at: span,
            notes: problem.isEmpty ? [] : [Text(verbatim: "libyaml: \(problem)")])
    }
}
