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
        let texts = try elementTexts(coverage.elements.map(\.id), variant.body["curriculum"]?["framework"]?.string, reading)
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
            notes: [Self.summary(items)]
                + (try reading.notes(texts.isEmpty ? [] : [variant.body["curriculum"]?["framework"]?.string ?? ""])))
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

    /// What the elements are called in the framework that the course builds on, as far as it has been read in; else in any that has them.
    private func elementTexts(
        _ codes: [String], _ framework: String?, _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: Text] {
        guard !codes.isEmpty else { return [:] }
        // By code, or by framework and code.
        func found(_ items: [CurriculumItem]) -> [(String, CurriculumItem)] {
            let own = items.filter { $0.framework == framework }
            return (own + items).flatMap { [($0.code, $0), ($0.name, $0)] }
        }
        let (byCode, byName) = (RecordQuery.FieldCondition("code", .oneOf(codes)), RecordQuery.FieldCondition("name", .oneOf(codes)))
        let current = try reading.items([byCode]) + reading.items([byName])
        let past = try reading.withdrawn([byCode]) + reading.withdrawn([byName])
        let texts = found(current).map { ($0, Text(verbatim: reading.text($1).text)) }
        return Dictionary(texts + found(past).map { ($0, Self.withdrawn(reading.text($1).text)) }) { first, _ in first }
    }

    private static let notReadIn = Text(nb: "(ikke lest inn)", nn: "(ikkje lese inn)", en: "(not read in)")

    private static func withdrawn(_ text: String) -> Text {
        Text(nb: "\(text) (trukket tilbake)", nn: "\(text) (trekt tilbake)", en: "\(text) (withdrawn)")
    }
}
