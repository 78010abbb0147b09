import Kernel

/// `curriculum.coverage`: what serves each outcome and each named element of a variant, with the holes.
struct CoverageReport: ReportProvider {
    /// What stands where nothing serves.
    private static let hole = Table.Cell.text("–")

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let id = parameters["variant"]?.string ?? ""
        guard let variant = try reading.variant(id) else {
            throw DiagnosticsError(.unknownVariant(id, known: try reading.variants(), at: parameters["variant"]?.span))
        }
        let coverage = Coverage(variant, recordKinds: reading.recordKinds)
        let framework = variant.body["curriculum"]?["framework"]?.string
        let known = try reading.records(RecordQuery("curriculum.framework", ["name"])).compactMap { $0["name"]?.string }
        let missing = framework.flatMap { known.contains($0) ? nil : $0 }
        let (texts, shown) = try elementTexts(coverage.elements.map(\.id), framework, isMissing: missing != nil, reading)
        let items = coverage.outcomes + coverage.elements
        let titles = Dictionary(coverage.places.map { ($0.id, $0.title ?? Text(verbatim: $0.id)) }) { first, _ in first }
        let rows = items.map { item -> [Table.Cell] in
            [
                .localized(item.isElement ? Self.element : Self.outcome), .text(item.id),
                item.title.map(Table.Cell.localized) ?? .localized(texts[item.id] ?? Self.notReadIn),
            ]
                + CoverageAspect.allCases.map { aspect in
                    item.lacks(aspect) ? Self.hole : Self.cell(item.places[aspect, default: []], titles)
                }
        }
        return Table(
            "curriculum.coverage",
            title: Text(
                nb: "Dekning i \(variant.title(.nb))", nn: "Dekning i \(variant.title(.nn))", en: "Coverage of \(variant.title(.en))"),
            parameters: parameters.shown,
            columns: [
                .init("kind", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("id", .code, Text(nb: "Kode", nn: "Kode", en: "Code")),
                .init("text", .localized, Text(nb: "Tekst", nn: "Tekst", en: "Text")),
            ] + CoverageAspect.allCases.map { .init($0.rawValue, .text, $0.title) }, rows: rows,
            notes: [Self.summary(items)] + (coverage.elements.isEmpty ? [] : missing.map { [Self.missing($0)] } ?? [])
                + (try reading.notes(shown)))
    }

    /// Programs read the names in the course, people the titles.
    private static func cell(_ places: [String], _ titles: [String: Text]) -> Table.Cell {
        func line(_ language: Language) -> String { places.map { titles[$0]?(language) ?? $0 }.joined(separator: "; ") }
        return .coded(places.joined(separator: ", "), Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }

    private static let outcome = Text(nb: "Læringsutbytte", nn: "Læringsutbytte", en: "Outcome")
    private static let element = Text(nb: "Element i læreplanen", nn: "Element i læreplanen", en: "Curriculum element")

    /// How many holes there are in each way.
    private static func summary(_ items: [Coverage.Item]) -> Text {
        func line(_ language: Language) -> String {
            CoverageAspect.allCases.map { aspect in "\(aspect.title(language)) \(items.count { !$0.lacks(aspect) })/\(items.count)" }
                .joined(separator: ", ")
        }
        return Text(nb: "\(line(.nb)).", nn: "\(line(.nn)).", en: "\(line(.en)).")
    }

    /// What the elements are called, and the names of those whose text is shown.
    ///
    /// A code alone is one of the framework that the course builds on; where that has none of the code, it is that of the one other
    /// framework that has it. Where the framework itself has not been read in, no other stands in for it.
    private func elementTexts(
        _ codes: [String], _ framework: String?, isMissing: Bool, _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> (texts: [String: Text], shown: [String]) {
        guard !codes.isEmpty else { return ([:], []) }
        let (byCode, byName) = (RecordQuery.FieldCondition("code", .oneOf(codes)), RecordQuery.FieldCondition("name", .oneOf(codes)))
        let current = try reading.items([byCode]) + reading.items([byName])
        let past = try reading.withdrawn([byCode]) + reading.withdrawn([byName])
        let byItem = Dictionary((current + past).map { ($0.name, $0) }) { first, _ in first }
        let all = Dictionary(grouping: byItem.values, by: \.code)
        var texts: [String: Text] = [:]
        var shown: [String] = []
        for code in codes {
            let found = byItem[code].map { [$0] } ?? (isMissing ? [] : all[code] ?? [])
            let own = found.filter { $0.framework == framework }
            let meant = own.isEmpty ? found : own
            guard let item = meant.first else { continue }
            guard meant.count == 1 else {
                texts[code] = Self.several(meant.map(\.name).sorted())
                continue
            }
            let text = reading.text(item).text
            texts[code] = item.isWithdrawn ? Self.withdrawn(text) : Text(verbatim: text)
            shown.append(item.name)
        }
        return (texts, shown)
    }

    private static func several(_ names: [String]) -> Text {
        let list = names.joined(separator: ", ")
        return Text(nb: "(i flere læreplanverk: \(list))", nn: "(i fleire læreplanverk: \(list))", en: "(in several frameworks: \(list))")
    }

    /// That the framework of the course has not been read in.
    private static func missing(_ framework: String) -> Text {
        Text(
            nb:
                "«\(framework)», læreplanverket som kurset bygger på, er ikke lest inn; koder uten læreplanverk foran vises derfor uten tekst.",
            nn:
                "«\(framework)», læreplanverket som kurset byggjer på, er ikkje lese inn; kodar utan læreplanverk framfor blir derfor viste utan tekst.",
            en:
                "'\(framework)', the framework that the course builds on, has not been read in; codes without a framework before them are therefore shown without their text."
        )
    }

    private static let notReadIn = Text(nb: "(ikke lest inn)", nn: "(ikkje lese inn)", en: "(not read in)")

    private static func withdrawn(_ text: String) -> Text {
        Text(nb: "\(text) (trukket tilbake)", nn: "\(text) (trekt tilbake)", en: "\(text) (withdrawn)")
    }
}
