extension Diagnostic {
    /// - Parameter example: how a text may be written that is not any text.
    static func wrongType(_ types: ValueTypes, _ values: [Node], found node: Node, example: Text? = nil) -> Diagnostic {
        let expected = Text.either(values.map(Text.shown) + Text.types(types))
        let found = Text.described(node)
        var help: Text?
        if types.contains(.boolean), node.string != nil {
            help = Text(nb: "skriv true eller false", nn: "skriv true eller false", en: "write true or false")
        } else if types.contains(.string), let written = node.number?.text ?? node.bool.map(String.init) {
            let quoted = "\"\(written.shortened)\""
            help =
                example
                ?? Text(
                    nb: "sett anførselstegn rundt: \(quoted)", nn: "set hermeteikn rundt: \(quoted)", en: "put it in quotes: \(quoted)")
        }
        return Diagnostic(
            "schema/type", .error, .expected(expected, found: found), at: node.span, label: .nearest(to: node, among: values), help: help)
    }

    static func wrongValue(_ values: [Node], found node: Node) -> Diagnostic {
        if values.isEmpty { return forbiddenValue(node, at: node.span) }
        let shown = values.prefix(8).map(Text.shown)
        let more =
            values.count > 8 ? [Text(nb: "\(values.count - 8) til", nn: "\(values.count - 8) til", en: "\(values.count - 8) more")] : []
        return Diagnostic(
            "schema/value", .error, .expected(.either(shown + more), found: .shown(node)), at: node.span,
            label: .nearest(to: node, among: values),
            help: values.count > 8 ? .oneOf(values.compactMap(\.string)) : nil)
    }

    static func forbiddenValue(_ node: Node, at span: SourceSpan) -> Diagnostic {
        let found = Text.described(node)
        return Diagnostic(
            "schema/forbidden", .error,
            Text(
                nb: "\(found(.nb)) er ikke tillatt her", nn: "\(found(.nn)) er ikkje tillate her", en: "\(found(.en)) is not allowed here"),
            at: span)
    }

    static func wrongLength(_ least: Int, _ most: Int, found node: Node) -> Diagnostic {
        let range = Text.range(least, most)
        let count = node.string?.unicodeScalars.count ?? 0
        return Diagnostic(
            "schema/length", .error,
            Text(
                nb: "teksten har \(count) tegn, ventet \(range(.nb))", nn: "teksten har \(count) teikn, venta \(range(.nn))",
                en: "the text has \(count) character\(count == 1 ? "" : "s"), expected \(range(.en))"),
            at: node.span)
    }

    static func unmatchedPattern(_ pattern: String, found node: Node) -> Diagnostic {
        let value = Text.shown(node)
        let form = pattern.shortened
        // What these ask for is said in words.
        let asksForLetters = ["\\S", "^$|\\S"].contains(pattern)
        return Diagnostic(
            "schema/pattern", .error,
            asksForLetters
                ? Text(
                    nb: "teksten har bare blanke tegn", nn: "teksten har berre blanke teikn", en: "the text holds nothing but blanks")
                : Text(
                    nb: "\(value(.nb)) har ikke formen \(form)", nn: "\(value(.nn)) har ikkje forma \(form)",
                    en: "\(value(.en)) does not have the form \(form)"),
            at: node.span)
    }

    static func wrongFormat(_ format: StringFormat, found node: Node) -> Diagnostic {
        let value = Text.shown(node)
        let wanted = Text.name(of: format)
        return Diagnostic(
            "schema/format", .error,
            Text(
                nb: "\(value(.nb)) er ikke \(wanted(.nb))", nn: "\(value(.nn)) er ikkje \(wanted(.nn))",
                en: "\(value(.en)) is not \(wanted(.en))"),
            at: node.span, help: .example(of: format))
    }

    static func tooSmall(_ limit: String, isAllowed: Bool, found node: Node) -> Diagnostic {
        let (value, limit) = (Text.shown(node), limit.shortened)
        return Diagnostic(
            "schema/range", .error,
            isAllowed
                ? Text(
                    nb: "\(value(.nb)) er for lite, minst \(limit)", nn: "\(value(.nn)) er for lite, minst \(limit)",
                    en: "\(value(.en)) is too small, at least \(limit)")
                : Text(
                    nb: "\(value(.nb)) er for lite, mer enn \(limit)", nn: "\(value(.nn)) er for lite, meir enn \(limit)",
                    en: "\(value(.en)) is too small, more than \(limit)"),
            at: node.span)
    }

    static func tooLarge(_ limit: String, isAllowed: Bool, found node: Node) -> Diagnostic {
        let (value, limit) = (Text.shown(node), limit.shortened)
        return Diagnostic(
            "schema/range", .error,
            isAllowed
                ? Text(
                    nb: "\(value(.nb)) er for stort, høyst \(limit)", nn: "\(value(.nn)) er for stort, høgst \(limit)",
                    en: "\(value(.en)) is too large, at most \(limit)")
                : Text(
                    nb: "\(value(.nb)) er for stort, mindre enn \(limit)", nn: "\(value(.nn)) er for stort, mindre enn \(limit)",
                    en: "\(value(.en)) is too large, less than \(limit)"),
            at: node.span)
    }

    static func notMultiple(of divisor: String, found node: Node) -> Diagnostic {
        let (value, step) = (Text.shown(node), divisor.shortened)
        return Diagnostic(
            "schema/multiple-of", .error,
            Text(
                nb: "\(value(.nb)) går ikke opp i steg på \(step)", nn: "\(value(.nn)) går ikkje opp i steg på \(step)",
                en: "\(value(.en)) is not a multiple of \(step)"),
            at: node.span)
    }

    static func incomparable(_ node: Node) -> Diagnostic {
        let value = Text.shown(node)
        return Diagnostic(
            "schema/range", .error,
            Text(
                nb: "\(value(.nb)) kan ikke sammenlignes med noe tall", nn: "\(value(.nn)) kan ikkje samanliknast med noko tal",
                en: "\(value(.en)) cannot be compared with any number"),
            at: node.span)
    }

    static func severalBranches(_ count: Int, titles: [Text], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "schema/several-forms", .error,
            Text(
                nb: "verdien passer til \(count) av formene, men bare én kan gjelde",
                nn: "verdien passar til \(count) av formene, men berre éi kan gjelde",
                en: "the value fits \(count) of the forms, but only one may apply"),
            at: span,
            notes: titles.map { title in
                Text(nb: "den passer til: \(title(.nb))", nn: "han passar til: \(title(.nn))", en: "it fits: \(title(.en))")
            })
    }
}
