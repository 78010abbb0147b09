/// Faults in the syntax of a JSON file (RFC 8259).
extension Diagnostic {
    static func jsonEnd(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/missing-value", .error,
            Text(nb: "filen slutter før verdien", nn: "fila sluttar før verdien", en: "the file ends before the value"), at: span)
    }

    static func jsonMissingValue(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/missing-value", .error,
            Text(nb: "her mangler en verdi", nn: "her manglar ein verdi", en: "a value is missing here"), at: span)
    }

    static func jsonUnexpected(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/syntax", .error,
            Text(
                nb: "ingen verdi i JSON begynner med dette tegnet", nn: "ingen verdi i JSON byrjar med dette teiknet",
                en: "no value in JSON begins with this character"),
            at: span)
    }

    static func jsonWord(_ word: String, at span: SourceSpan) -> Diagnostic {
        let nearest = NearestName.suggestion(for: word, among: ["true", "false", "null"])
        let word = word.excerpt
        return Diagnostic(
            "json/unquoted-text", .error,
            Text(
                nb: "«\(word)» står uten anførselstegn", nn: "«\(word)» står utan hermeteikn", en: "'\(word)' stands without quotes"),
            at: span, label: nearest.map { Text(nb: "mente du «\($0)»?", nn: "meinte du «\($0)»?", en: "did you mean '\($0)'?") },
            help: Text(
                nb: "sett tekster i doble anførselstegn; bare true, false og null står uten",
                nn: "set tekstar i doble hermeteikn; berre true, false og null står utan",
                en: "put texts in double quotes; only true, false and null stand without"))
    }

    static func jsonKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/key", .error,
            Text(
                nb: "her ventes et navn i doble anførselstegn", nn: "her er det venta eit namn i doble hermeteikn",
                en: "expected a name in double quotes here"),
            at: span)
    }

    static func jsonSingleQuote(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/single-quote", .error,
            Text(
                nb: "JSON har ikke enkle anførselstegn", nn: "JSON har ikkje enkle hermeteikn", en: "JSON has no single quotes"), at: span,
            help: Text(nb: "bruk doble: \"tekst\"", nn: "bruk doble: \"tekst\"", en: "use double ones: \"text\""))
    }

    static func jsonComment(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/comment", .error, Text(nb: "JSON har ikke kommentarer", nn: "JSON har ikkje kommentarar", en: "JSON has no comments"),
            at: span, help: Text(nb: "fjern kommentaren", nn: "fjern kommentaren", en: "remove the comment"))
    }

    static func jsonTrailingComma(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/trailing-comma", .error,
            Text(
                nb: "etter det siste «,» kommer det ikke noe mer", nn: "etter det siste «,» kjem det ikkje noko meir",
                en: "nothing follows the last ','"),
            at: span,
            help: Text(
                nb: "fjern kommaet foran klammen", nn: "fjern kommaet framfor klammen", en: "remove the comma before the bracket"))
    }

    static func jsonMissingColon(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/missing-colon", .error,
            Text(nb: "«:» mangler etter navnet", nn: "«:» manglar etter namnet", en: "':' is missing after the name"), at: span,
            help: Text(nb: "skriv \"navn\": verdi", nn: "skriv \"namn\": verdi", en: "write \"name\": value"))
    }

    static func jsonMissingComma(at span: SourceSpan, _ bracket: String, opening: SourceSpan) -> Diagnostic {
        let closer = bracket == "[" ? "]" : "}"
        return Diagnostic(
            "json/missing-comma", .error,
            Text(
                nb: "her ventes «,» eller «\(closer)»", nn: "her er det venta «,» eller «\(closer)»", en: "expected ',' or '\(closer)' here"
            ),
            at: span,
            labels: [
                Label(opening, Text(nb: "«\(bracket)» åpnes her", nn: "«\(bracket)» blir opna her", en: "'\(bracket)' is opened here"))
            ])
    }

    static func jsonUnclosed(_ bracket: String, at span: SourceSpan, foundInstead: SourceSpan? = nil) -> Diagnostic {
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
            "json/unclosed-bracket", .error,
            Text(nb: "«\(bracket)» blir aldri lukket", nn: "«\(bracket)» blir aldri lukka", en: "'\(bracket)' is never closed"),
            at: span, labels: labels ?? [])
    }

    static func jsonUnclosedString(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/unclosed-quote", .error,
            Text(
                nb: "anførselstegnet blir aldri lukket", nn: "hermeteiknet blir aldri lukka", en: "the quote is never closed"), at: span)
    }

    static func jsonControlCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
        let escape =
            byte == 0x0A ? "\\n" : byte == 0x0D ? "\\r" : byte == 0x09 ? "\\t" : "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        return Diagnostic(
            "json/control-character", .error,
            byte == 0x0A || byte == 0x0D
                ? Text(
                    nb: "linjen slutter inne i en tekst", nn: "linja sluttar inne i ein tekst", en: "the line ends inside a text")
                : Text(
                    nb: "et kontrolltegn kan ikke stå i en tekst", nn: "eit kontrollteikn kan ikkje stå i ein tekst",
                    en: "a control character cannot stand in a text"),
            at: span, help: Text(nb: "skriv \(escape)", nn: "skriv \(escape)", en: "write \(escape)"))
    }

    static func jsonEscape(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/escape", .error,
            Text(
                nb: "omvendt skråstrek følges ikke av en gyldig kode", nn: "omvend skråstrek er ikkje følgd av ein gyldig kode",
                en: "the backslash is not followed by a valid escape"),
            at: span,
            help: Text(
                nb: "skriv \\\\ for en omvendt skråstrek; tegn over U+FFFF skrives som to koder",
                nn: "skriv \\\\ for ein omvend skråstrek; teikn over U+FFFF blir skrivne som to kodar",
                en: "write \\\\ for a backslash; characters above U+FFFF are written as two escapes"))
    }

    static func jsonNumber(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/number", .error,
            Text(
                nb: "tallet har ikke en form som JSON kjenner", nn: "talet har ikkje ei form som JSON kjenner",
                en: "the number is not written as JSON has it"),
            at: span,
            help: Text(
                nb: "skriv for eksempel 7, -0.5 eller 1e9; ikke 07, +7, .5, 5. eller NaN",
                nn: "skriv til dømes 7, -0.5 eller 1e9; ikkje 07, +7, .5, 5. eller NaN",
                en: "write for example 7, -0.5 or 1e9; not 07, +7, .5, 5. or NaN"))
    }

    static func jsonTextAfterValue(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "json/text-after-value", .error,
            Text(
                nb: "verdien er slutt, men filen fortsetter", nn: "verdien er slutt, men fila held fram",
                en: "the value has ended, but the file goes on"),
            at: span)
    }
}
