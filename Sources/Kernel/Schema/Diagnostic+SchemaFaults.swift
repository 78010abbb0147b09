/// What is wrong with a schema itself.
extension Diagnostic {
    static func unknownKeyword(_ pair: NodeMap.Pair, dialect: SchemaDialect) -> Diagnostic {
        let name = pair.key.shortened
        let names = SchemaKeyword.names(in: dialect)
        let isProjectOnly = SchemaKeyword(rawValue: pair.key) != nil
        var notes: [Text] = []
        if isProjectOnly {
            notes.append(
                Text(
                    nb: "«\(name)» kan bare brukes i prosjektets egne filer", nn: "«\(name)» kan berre brukast i filene til prosjektet",
                    en: "'\(name)' may be used in the project's own files only"))
        }
        var help = Text(
            nb: "nøkkelordene står i docs/schema.md", nn: "nøkkelorda står i docs/schema.md",
            en: "the keywords are listed in docs/schema.md")
        var label: Text?
        if let instead = SchemaKeyword.replacements[pair.key] {
            notes.append(
                Text(
                    nb: "«\(name)» hører til JSON Schema, men ikke til delen som brukes her",
                    nn: "«\(name)» høyrer til JSON Schema, men ikkje til den delen som er i bruk her",
                    en: "'\(name)' belongs to JSON Schema, but not to the part that is used here"))
            help = Text(nb: "bruk «\(instead)»", nn: "bruk «\(instead)»", en: "use '\(instead)'")
        } else if !isProjectOnly {
            label = NearestName.suggestion(for: pair.key, among: names).map(Text.didYouMean)
        }
        return Diagnostic(
            "schema/unknown-keyword", .error,
            Text(nb: "ukjent nøkkelord «\(name)»", nn: "ukjent nøkkelord «\(name)»", en: "unknown keyword '\(name)'"),
            at: pair.keySpan, label: label, notes: notes, help: help)
    }

    static func keywordBelowRoot(_ pair: NodeMap.Pair) -> Diagnostic {
        Diagnostic(
            "schema/unknown-keyword", .error,
            Text(
                nb: "«\(pair.key)» kan bare stå ytterst i et skjema", nn: "«\(pair.key)» kan berre stå ytst i eit skjema",
                en: "'\(pair.key)' may stand at the root of a schema only"),
            at: pair.keySpan)
    }

    static func notASchema(_ node: Node) -> Diagnostic {
        let found = Text.described(node)
        return Diagnostic(
            "schema/keyword-value", .error,
            Text(
                nb: "et skjema er et sett nøkkelord, true eller false, fant \(found(.nb))",
                nn: "eit skjema er eit sett nøkkelord, true eller false, fann \(found(.nn))",
                en: "a schema is a map of keywords, true or false, found \(found(.en))"),
            at: node.span)
    }

    static func keywordValue(_ pair: NodeMap.Pair, _ form: KeywordForm, at span: SourceSpan? = nil) -> Diagnostic {
        let text = form.text
        return Diagnostic(
            "schema/keyword-value", .error,
            Text(nb: "«\(pair.key)» \(text(.nb))", nn: "«\(pair.key)» \(text(.nn))", en: "'\(pair.key)' \(text(.en))"),
            at: span ?? pair.value.span)
    }

    /// A value that must be one of some words.
    static func keywordChoice(_ pair: NodeMap.Pair, _ node: Node, _ names: [String]) -> Diagnostic {
        let found = Text.shown(node)
        return Diagnostic(
            "schema/keyword-value", .error,
            Text(
                nb: "«\(pair.key)» kan ikke være \(found(.nb))", nn: "«\(pair.key)» kan ikkje vere \(found(.nn))",
                en: "'\(pair.key)' cannot be \(found(.en))"),
            at: node.span, label: node.string.flatMap { NearestName.suggestion(for: $0, among: names) }.map(Text.didYouMean),
            help: .oneOf(names))
    }

    static func otherStandard(_ pair: NodeMap.Pair, _ known: String) -> Diagnostic {
        Diagnostic(
            "schema/keyword-value", .error,
            Text(
                nb: "skjemaet er skrevet for en annen utgave av JSON Schema", nn: "skjemaet er skrive for ei anna utgåve av JSON Schema",
                en: "the schema is written for another edition of JSON Schema"),
            at: pair.value.span, help: Text(nb: "bruk \(known)", nn: "bruk \(known)", en: "use \(known)"))
    }

    static func repeatedValue(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "schema/keyword-value", .warning,
            Text(nb: "verdien står to ganger i «enum»", nn: "verdien står to gonger i «enum»", en: "the value stands twice in 'enum'"),
            at: span)
    }

    static func badPattern(_ error: PatternError, in source: String, at span: SourceSpan) -> Diagnostic {
        let place = span.part(error.range, of: source)
        let isWhole = place == span && error.range != 0..<source.unicodeScalars.count
        let column = error.range.lowerBound + 1
        return Diagnostic(
            "schema/bad-pattern", .error, error.reason, at: place,
            notes: isWhole
                ? [Text(nb: "tegn \(column) i mønsteret", nn: "teikn \(column) i mønsteret", en: "character \(column) of the pattern")]
                : [],
            help: error.help)
    }

    static func badDefault(_ fault: Diagnostic) -> Diagnostic {
        var fault = fault
        fault.notes.append(
            Text(
                nb: "standardverdien må passe til sitt eget skjema", nn: "standardverdien må passe til sitt eige skjema",
                en: "a default must satisfy its own schema"))
        return fault
    }

    static func schemaTooLarge(at span: SourceSpan) -> Diagnostic {
        let most = Schema.Limits.rules
        return Diagnostic(
            "schema/too-large", .error,
            Text(
                nb: "et skjema kan ikke ha mer enn \(most) skjemaer i seg", nn: "eit skjema kan ikkje ha meir enn \(most) skjema i seg",
                en: "a schema cannot hold more than \(most) schemas"),
            at: span)
    }
}

/// What the value of a keyword must be, said after the keyword's name.
enum KeywordForm {
    case text, trueOrFalse, count, number, divisor, types, values, examples, languages, noFragment
    case schemaList, schemaMap, itemsList, keyList, keyLists
    case twice(String)

    var text: Text {
        switch self {
        case .text: Text(nb: "må være en tekst", nn: "må vere ein tekst", en: "must be a text")
        case .trueOrFalse: Text(nb: "må være true eller false", nn: "må vere true eller false", en: "must be true or false")
        case .count: Text(nb: "må være et heltall fra 0", nn: "må vere eit heiltal frå 0", en: "must be a whole number from 0")
        case .number: Text(nb: "må være et tall", nn: "må vere eit tal", en: "must be a number")
        case .divisor:
            Text(
                nb: "må være et tall over 0 med høyst 18 siffer", nn: "må vere eit tal over 0 med høgst 18 siffer",
                en: "must be a number above 0 with at most 18 digits")
        case .types: Text(nb: "må nevne minst én type", nn: "må nemne minst éin type", en: "must name at least one type")
        case .values:
            Text(
                nb: "må være en liste med minst én verdi", nn: "må vere ei liste med minst éin verdi",
                en: "must be a list of at least one value")
        case .examples: Text(nb: "må være en liste", nn: "må vere ei liste", en: "must be a list")
        case .languages:
            Text(
                nb: "må være en tekst, eller tekster etter språkkode", nn: "må vere ein tekst, eller tekstar etter språkkode",
                en: "must be a text, or texts by language tag")
        case .noFragment: Text(nb: "kan ikke ha «#» i seg", nn: "kan ikkje ha «#» i seg", en: "cannot have '#' in it")
        case .schemaList:
            Text(
                nb: "må være en liste med minst ett skjema", nn: "må vere ei liste med minst eitt skjema",
                en: "must be a list of at least one schema")
        case .schemaMap: Text(nb: "må være skjemaer etter navn", nn: "må vere skjema etter namn", en: "must be a map of schemas by name")
        case .itemsList:
            Text(
                nb: "må være ett skjema; skjemaer for hvert ledd står i «prefixItems»",
                nn: "må vere eitt skjema; skjema for kvart ledd står i «prefixItems»",
                en: "must be one schema; schemas for each item stand in 'prefixItems'")
        case .keyList: Text(nb: "må være en liste med nøkler", nn: "må vere ei liste med nøklar", en: "must be a list of keys")
        case .keyLists:
            Text(
                nb: "må være lister med nøkler etter nøkkel", nn: "må vere lister med nøklar etter nøkkel",
                en: "must be lists of keys by key")
        case .twice(let name):
            Text(
                nb: "nevner «\(name.shortened)» to ganger", nn: "nemner «\(name.shortened)» to gonger",
                en: "names '\(name.shortened)' twice")
        }
    }
}
