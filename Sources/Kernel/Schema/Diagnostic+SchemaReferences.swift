extension Diagnostic {
    static func foreignReference(_ text: String, at span: SourceSpan) -> Diagnostic {
        let name = text.shortened
        return Diagnostic(
            "schema/reference", .error,
            Text(
                nb: "«\(name)» viser ut av dokumentet", nn: "«\(name)» viser ut av dokumentet",
                en: "'\(name)' leads out of the document"),
            at: span,
            help: Text(
                nb: "legg skjemaet under «$defs» og vis til «#/$defs/navn»", nn: "legg skjemaet under «$defs» og vis til «#/$defs/namn»",
                en: "put the schema under '$defs' and refer to '#/$defs/name'"))
    }

    static func anchorReference(_ text: String, at span: SourceSpan) -> Diagnostic {
        let name = text.shortened
        return Diagnostic(
            "schema/reference", .error,
            Text(
                nb: "«\(name)» viser til et anker, som ikke finnes her", nn: "«\(name)» viser til eit anker, som ikkje finst her",
                en: "'\(name)' refers to an anchor, which there are none of here"),
            at: span,
            help: Text(nb: "skriv stien: «#/$defs/navn»", nn: "skriv stien: «#/$defs/namn»", en: "write the path: '#/$defs/name'"))
    }

    static func malformedReference(_ text: String, at span: SourceSpan) -> Diagnostic {
        let name = text.shortened
        return Diagnostic(
            "schema/reference", .error,
            Text(
                nb: "«\(name)» er ikke en sti (RFC 6901)", nn: "«\(name)» er ikkje ein sti (RFC 6901)",
                en: "'\(name)' is not a path (RFC 6901)"),
            at: span,
            help: Text(
                nb: "skriv «~0» for «~», «~1» for «/» og «%25» for «%»", nn: "skriv «~0» for «~», «~1» for «/» og «%25» for «%»",
                en: "write '~0' for '~', '~1' for '/' and '%25' for '%'"))
    }

    static func missingReference(_ text: String, step: String, nearest: String?, at span: SourceSpan) -> Diagnostic {
        let (name, step) = (text.shortened, step.shortened)
        return Diagnostic(
            "schema/reference", .error,
            Text(
                nb: "«\(name)» finnes ikke: det er ingen «\(step)» der", nn: "«\(name)» finst ikkje: det er ingen «\(step)» der",
                en: "'\(name)' does not exist: there is no '\(step)' there"),
            at: span, label: nearest.map(Text.didYouMean))
    }

    static func referenceToData(_ text: String, at span: SourceSpan) -> Diagnostic {
        let name = text.shortened
        return Diagnostic(
            "schema/reference", .error,
            Text(nb: "«\(name)» er ikke et skjema", nn: "«\(name)» er ikkje eit skjema", en: "'\(name)' is not a schema"), at: span)
    }

    static func endlessReference(_ places: [String], at span: SourceSpan) -> Diagnostic {
        let path = (places + places.prefix(1)).map(\.shortened).joined(separator: " → ")
        return Diagnostic(
            "schema/endless-reference", .error,
            Text(
                nb: "skjemaet viser tilbake til seg selv uten ende", nn: "skjemaet viser tilbake til seg sjølv utan ende",
                en: "the schema leads back to itself without end"),
            at: span, notes: [Text(verbatim: path)])
    }
}
