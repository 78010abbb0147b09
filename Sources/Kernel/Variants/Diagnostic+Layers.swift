extension Diagnostic {
    static func unknownLayer(_ name: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/unknown-layer", .error,
            Text(nb: "laget «\(name)» finnes ikke", nn: "laget «\(name)» finst ikkje", en: "there is no layer '\(name)'"), at: span,
            label: .didYouMean(name, among: known, searches: suggests), help: .oneOf(known))
    }

    /// - Parameters:
    ///   - circle: the layers in order, the first again at the end.
    ///   - links: where each names the next.
    static func layerCycle(_ circle: [Layer], edges links: [SourceSpan]) -> Diagnostic {
        // Told from the same layer wherever it was entered, so that one circle is one fault.
        let ring = circle.dropLast()
        let first = ring.indices.min { ring[$0].name < ring[$1].name } ?? 0
        let turned = Array(ring[first...] + ring[..<first])
        let layers = turned + turned.prefix(1)
        let edges = links.count == ring.count ? Array(links[first...] + links[..<first]) : links
        let path = (layers.count > 9 ? layers.prefix(7).map(\.name) + ["…", layers[0].name] : layers.map(\.name)).joined(separator: " -> ")
        return Diagnostic(
            "variant/layer-cycle", .error,
            Text(
                nb: "lagene står på hverandre i ring: \(path)", nn: "laga står på kvarandre i ring: \(path)",
                en: "the layers stand on each other in a circle: \(path)"),
            at: edges.last ?? layers[0].root.span,
            labels: edges.dropLast().prefix(20).map {
                .init($0, Text(nb: "her går ringen videre", nn: "her går ringen vidare", en: "the circle goes on here"))
            },
            help: Text(nb: "ta bort ett av leddene", nn: "ta bort eitt av ledda", en: "remove one of the links"))
    }

    static func layerTwice(_ name: String, first: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/layer-twice", .error,
            Text(nb: "«\(name)» er skrevet i to filer", nn: "«\(name)» er skriven i to filer", en: "'\(name)' is written in two files"),
            at: span,
            labels: [.init(first, Text(nb: "første gang her", nn: "første gongen her", en: "first here"))])
    }

    static func conflict(_ path: String, between a: (layer: String, span: SourceSpan), and b: (layer: String, span: SourceSpan))
        -> Diagnostic
    {
        Diagnostic(
            "variant/conflict", .error,
            Text(
                nb: "«\(a.layer)» og «\(b.layer)» sier ulike ting om «\(path)»",
                nn: "«\(a.layer)» og «\(b.layer)» seier ulike ting om «\(path)»",
                en: "'\(a.layer)' and '\(b.layer)' say different things of '\(path)'"), at: b.span,
            labels: [.init(a.span, Text(nb: "«\(a.layer)» sier dette", nn: "«\(a.layer)» seier dette", en: "'\(a.layer)' says this"))],
            help: Text(
                nb: "skriv verdien i et lag som står på begge", nn: "skriv verdien i eit lag som står på båe",
                en: "write the value in a layer that stands on both"))
    }

    /// - Parameter isBeside: whether what broke the lock is a layer beside the one that locks, which may serve other courses as it is.
    static func locked(
        _ path: String, by layer: String, reason: Text, lock: SourceSpan, at span: SourceSpan, isBeside: Bool
    ) -> Diagnostic {
        Diagnostic(
            "variant/locked", .error,
            Text(nb: "«\(path)» er låst av «\(layer)»", nn: "«\(path)» er låst av «\(layer)»", en: "'\(path)' is locked by '\(layer)'"),
            at: span,
            labels: [.init(lock, Text(nb: "låst her", nn: "låst her", en: "locked here"))],
            notes: [Text(nb: "grunn: \(reason(.nb))", nn: "grunn: \(reason(.nn))", en: "reason: \(reason(.en))")],
            help: isBeside
                ? Text(
                    nb: "ta bort verdien her, eller skriv den låste verdien i et lag som står på begge",
                    nn: "ta bort verdien her, eller skriv den låste verdien i eit lag som står på båe",
                    en: "remove the value here, or write the locked value in a layer that stands on both")
                : Text(nb: "ta bort verdien her", nn: "ta bort verdien her", en: "remove the value here"))
    }

    static func lockPointsNowhere(_ path: String, part: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/lock-nowhere", .error,
            Text(
                nb: "låsen gjelder «\(path)», men «\(part)» finnes ikke", nn: "låsen gjeld «\(path)», men «\(part)» finst ikkje",
                en: "the lock is on '\(path)', but there is no '\(part)'"), at: span,
            label: .didYouMean(part, among: known, searches: suggests), help: known.isEmpty ? nil : .oneOf(known))
    }

    static func itemTwice(_ id: String, path: String, first: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/item-twice", .error,
            Text(
                nb: "«\(id)» står to ganger i «\(path)»", nn: "«\(id)» står to gonger i «\(path)»", en: "'\(id)' stands twice in '\(path)'"),
            at: span,
            labels: [.init(first, Text(nb: "første gang her", nn: "første gongen her", en: "first here"))])
    }

    /// - Parameter known: the items of the list, this one among them.
    static func removesNothing(_ id: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        let others = known.lazy.filter { $0 != id }
        return Diagnostic(
            "variant/removes-nothing", .error,
            Text(
                nb: "«\(id)» kan ikke tas bort, for ingen lag under har den",
                nn: "«\(id)» kan ikkje takast bort, for ingen lag under har det",
                en: "'\(id)' cannot be removed, for no layer below has it"), at: span,
            label: .didYouMean(id, among: others, searches: suggests), help: others.isEmpty ? nil : .oneOf(others))
    }

    static func besideRemoval(_ key: String, at span: SourceSpan, removal: SourceSpan) -> Diagnostic {
        Diagnostic(
            "variant/beside-removal", .error,
            Text(
                nb: "«\(key)» har ingen virkning på noe som tas bort", nn: "«\(key)» har ingen verknad på noko som blir teke bort",
                en: "'\(key)' has no effect on what is removed"), at: span,
            labels: [Label(removal, Text(nb: "tas bort her", nn: "blir teke bort her", en: "removed here"))],
            help: Text(
                nb: "ta bort «\(key)», eller ta bort remove", nn: "ta bort «\(key)», eller ta bort remove",
                en: "leave out '\(key)', or leave out remove"))
    }

    /// - Parameter known: the items of the list, the one that moves among them.
    static func movesAfterNothing(_ id: String, target: String, known: [String], suggests: Bool, at span: SourceSpan) -> Diagnostic {
        let others = known.lazy.filter { $0 != id }
        return Diagnostic(
            "variant/moves-after-nothing", .error,
            Text(
                nb: "«\(id)» skal stå etter «\(target)», som ikke finnes i listen",
                nn: "«\(id)» skal stå etter «\(target)», som ikkje finst i lista",
                en: "'\(id)' is to stand after '\(target)', which is not in the list"), at: span,
            label: .didYouMean(target, among: others, searches: suggests), help: others.isEmpty ? nil : .oneOf(others))
    }

    /// - Parameter ring: the items that follow each other in a ring, each with the place where its `after` stands.
    static func moveRing(_ ring: [(id: String, span: SourceSpan)], path: String) -> Diagnostic {
        // Told from where the first of them stands, so that one ring is one fault however it was found.
        let first = ring.indices.min { ring[$0].span < ring[$1].span } ?? 0
        let turned = Array(ring[first...] + ring[..<first])
        let shown = turned.count > 8 ? turned.prefix(7).map(\.id) + ["…"] : turned.map(\.id)
        let names = shown + [turned[0].id]
        let words = names.map { $0 == "…" ? $0 : "'\($0)'" }
        let norwegian = names.map { $0 == "…" ? $0 : "«\($0)»" }.joined(separator: " etter ")
        return Diagnostic(
            "variant/move-ring", .error,
            Text(
                nb: "i «\(path)» skal elementene stå etter hverandre i ring: \(norwegian)",
                nn: "i «\(path)» skal elementa stå etter kvarandre i ring: \(norwegian)",
                en: "in '\(path)' the items are to stand after each other in a ring: \(words.joined(separator: " after "))"),
            at: turned[0].span,
            labels: turned.dropFirst().prefix(20).map {
                .init($0.span, Text(nb: "her går ringen videre", nn: "her går ringen vidare", en: "the ring goes on here"))
            },
            help: Text(nb: "ta bort én «after»", nn: "ta bort éin «after»", en: "remove one 'after'"))
    }
}
