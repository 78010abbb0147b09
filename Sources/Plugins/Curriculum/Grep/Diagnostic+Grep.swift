import Kernel

/// What can be wrong with a source of Grep.
extension Diagnostic {
    static func notJSON(_ path: String, offset: Int) -> Diagnostic {
        Diagnostic(
            "curriculum/not-json", .error,
            Text(
                nb: "\(path) er ikke JSON fra byte \(offset)", nn: "\(path) er ikkje JSON frå byte \(offset)",
                en: "\(path) is no JSON from byte \(offset)"), at: nil)
    }

    static func noGrepObject(_ source: String) -> Diagnostic {
        Diagnostic(
            "curriculum/no-object", .error,
            Text(
                nb: "«\(source)» har ikke et eneste Grep-objekt", nn: "«\(source)» har ikkje eit einaste Grep-objekt",
                en: "'\(source)' holds not one Grep object"), at: nil,
            help: Text(
                nb: "dumpen fra Udir har en mappe for hver type og en JSON-fil for hver kode",
                nn: "dumpen frå Udir har ei mappe for kvar type og ei JSON-fil for kvar kode",
                en: "Udir's dump has a folder for each type and a JSON file for each code"))
    }

    static func wrongShape(_ path: String, _ place: String, expected: Text, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/wrong-shape", .error,
            Text(
                nb: "\(place) har ikke den formen som Grep har", nn: "\(place) har ikkje den forma som Grep har",
                en: "\(place) does not have the shape of Grep"), at: span,
            label: Text(nb: "her skal stå \(expected(.nb))", nn: "her skal stå \(expected(.nn))", en: "\(expected(.en)) should stand here"))
    }

    static func codeTwice(_ code: String, _ path: String, first: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/code-twice", .error,
            Text(
                nb: "\(code) står i to filer med ulikt innhold", nn: "\(code) står i to filer med ulikt innhald",
                en: "\(code) stands in two files with different content"), at: span,
            notes: [Text(nb: "den andre er \(first)", nn: "den andre er \(first)", en: "the other is \(first)")])
    }

    static func olderRevision(_ code: String, _ path: String, _ modified: String, than known: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/older-revision", .error,
            Text(
                nb: "\(code) er eldre enn det som er lest inn før", nn: "\(code) er eldre enn det som er lese inn før",
                en: "\(code) is older than what was read in before"), at: span,
            notes: [
                Text(
                    nb: "her sist endret \(modified), i lageret \(known)", nn: "her sist endra \(modified), i lageret \(known)",
                    en: "here last changed \(modified), in the store \(known)")
            ], help: Text(nb: "hent en nyere fil", nn: "hent ei nyare fil", en: "fetch a newer file"))
    }

    static func foreignAddress(_ code: String, _ address: String, namespace: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/foreign-address", .error,
            Text(
                nb: "$.uri er ikke adressen til \(code) i dette læreplanverket",
                nn: "$.uri er ikkje adressa til \(code) i dette læreplanverket",
                en: "$.uri is not the address of \(code) in this framework"), at: span,
            label: Text(
                nb: "her skal stå \(namespace)\(code)", nn: "her skal stå \(namespace)\(code)", en: "\(namespace)\(code) should stand here")
        )
    }

    static func unknownFramework(_ source: String, namespace: String?) -> Diagnostic {
        Diagnostic(
            "curriculum/unknown-framework", .error,
            Text(
                nb: "«\(source)» sier ikke hvilket læreplanverk kodene hører til: navnerommet «\(namespace ?? "-")» er ukjent",
                nn: "«\(source)» seier ikkje kva læreplanverk kodane høyrer til: namnerommet «\(namespace ?? "-")» er ukjent",
                en: "'\(source)' does not say which framework its codes belong to: the namespace '\(namespace ?? "-")' is unknown"),
            at: nil,
            help: Text(
                nb: "legg framework.json ved siden av mappene, som i Curricula/eksempel",
                nn: "legg framework.json ved sida av mappene, som i Curricula/eksempel",
                en: "put a framework.json beside the folders, as in Curricula/eksempel"))
    }
}
