extension Diagnostic {
    static func unknownKey(_ key: String, suggestion: String?, known: [String], at span: SourceSpan) -> Diagnostic {
        let name = key.shortened
        return Diagnostic(
            "schema/unknown-key", .error,
            Text(nb: "ukjent nøkkel «\(name)»", nn: "ukjend nøkkel «\(name)»", en: "unknown key '\(name)'"),
            at: span, label: suggestion.map(Text.didYouMean), help: .validKeys(known),
            fix: suggestion.map { .init(replace: span, with: span.isQuoted(key) ? "\"\($0)\"" : $0) })
    }

    static func missingKey(_ key: String, for trigger: String?, at span: SourceSpan) -> Diagnostic {
        let name = key.shortened
        guard let trigger = trigger?.shortened else {
            return Diagnostic(
                "schema/missing-key", .error,
                Text(nb: "nøkkelen «\(name)» mangler", nn: "nøkkelen «\(name)» manglar", en: "missing key '\(name)'"), at: span)
        }
        return Diagnostic(
            "schema/missing-key", .error,
            Text(
                nb: "nøkkelen «\(name)» mangler ved siden av «\(trigger)»", nn: "nøkkelen «\(name)» manglar ved sida av «\(trigger)»",
                en: "missing key '\(name)' beside '\(trigger)'"),
            at: span)
    }

    static func forbiddenKey(_ key: String, at span: SourceSpan) -> Diagnostic {
        let name = key.shortened
        return Diagnostic(
            "schema/forbidden", .error,
            Text(
                nb: "nøkkelen «\(name)» kan ikke stå her", nn: "nøkkelen «\(name)» kan ikkje stå her",
                en: "the key '\(name)' may not stand here"),
            at: span, help: Text(nb: "ta den bort", nn: "ta han bort", en: "remove it"))
    }

    static func wrongCount(_ least: Int, _ most: Int, found: Int, ofKeys: Bool, at span: SourceSpan) -> Diagnostic {
        let range = Text.range(least, most)
        func unit(_ count: Int) -> (nb: String, nn: String, en: String) {
            ofKeys
                ? count == 1 ? ("nøkkel", "nøkkel", "key") : ("nøkler", "nøklar", "keys")
                : count == 1 ? ("ledd", "ledd", "item") : ("ledd", "ledd", "items")
        }
        let wanted = unit(most == .max ? least : most)
        return Diagnostic(
            ofKeys ? "schema/key-count" : "schema/item-count", .error,
            Text(
                nb: "ventet \(range(.nb)) \(wanted.nb), fant \(found)", nn: "venta \(range(.nn)) \(wanted.nn), fann \(found)",
                en: "expected \(range(.en)) \(wanted.en), found \(found)"),
            at: span)
    }

    static func repeatedItem(_ node: Node, first: SourceSpan) -> Diagnostic {
        let value = Text.shown(node)
        return Diagnostic(
            "schema/repeated-item", .error,
            Text(nb: "\(value(.nb)) står to ganger", nn: "\(value(.nn)) står to gonger", en: "\(value(.en)) stands twice"),
            at: node.span,
            labels: [.init(first, Text(nb: "står første gang her", nn: "står første gongen her", en: "first stands here"))])
    }

    static func noneContained(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "schema/contains", .error,
            Text(
                nb: "ingen av leddene er slik minst ett av dem må være", nn: "ingen av ledda er slik minst eitt av dei må vere",
                en: "no item is what at least one of them must be"),
            at: span)
    }

    static func tooMuchWork(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "schema/too-much-work", .error,
            Text(
                nb: "det ble for mye arbeid å sjekke verdien mot skjemaet", nn: "det vart for mykje arbeid å sjekke verdien mot skjemaet",
                en: "checking the value by the schema became too much work"),
            at: span,
            help: Text(
                nb: "gjør skjemaet enklere: færre forgreininger inne i hverandre, eller kortere mønstre",
                nn: "gjer skjemaet enklare: færre greiner inne i kvarandre, eller kortare mønster",
                en: "simplify the schema: fewer branches inside each other, or shorter patterns"))
    }

    static func moreFaults(_ count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "schema/more-faults", .error,
            Text(
                nb: "det er \(count) feil til som ikke vises", nn: "det er \(count) feil til som ikkje er viste",
                en: "there are \(count) more faults that are not shown"),
            at: span)
    }
}

extension SourceSpan {
    /// Whether the text stands in quotes here, without escapes.
    func isQuoted(_ text: String) -> Bool { Int(end.byte - start.byte) == text.utf8.count + 2 }

    /// The part of a text that stands here as it is, on one line; the whole where escapes or line breaks lie between.
    func part(_ range: Range<Int>, of text: String) -> SourceSpan {
        let extra = Int(end.byte - start.byte) - text.utf8.count
        guard start.line == end.line, extra == 0 || extra == 2, range.upperBound <= text.unicodeScalars.count else { return self }
        func position(_ offset: Int) -> SourcePosition {
            let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset)))
            let quote = extra / 2
            return SourcePosition(
                line: Int(start.line), column: Int(start.column) + quote + offset, byte: Int(start.byte) + quote + before.utf8.count,
                utf16: Int(start.utf16) + quote + before.utf16.count)
        }
        return SourceSpan(file: file, start: position(range.lowerBound), end: position(max(range.lowerBound, range.upperBound)))
    }
}
