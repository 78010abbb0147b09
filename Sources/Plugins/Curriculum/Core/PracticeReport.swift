import Kernel

/// `curriculum.practice`: which practice builds on each value and principle of a core curriculum; those that nothing builds on come first.
struct PracticeReport: ReportProvider {
    /// What is counted in one column.
    private static let columns: [(id: String, records: Set<String>, title: Text)] = [
        ("concepts", ["concept", "definition"], Text(nb: "Begreper", nn: "Omgrep", en: "Concepts")),
        (
            "interpretations", ["interpretation", "contribution", "synthesis", "decision"],
            Text(nb: "Tolkninger", nn: "Tolkingar", en: "Interpretations")
        ), ("learning-plans", ["learning-plan"], Text(nb: "Læringsplaner", nn: "Læringsplanar", en: "Learning plans")),
        ("readings", ["reading"], Text(nb: "Lesinger", nn: "Lesingar", en: "Readings")),
        ("local-plans", ["local-plan", "local-aim"], Text(nb: "Lokale planer", nn: "Lokale planar", en: "Local plans")),
    ]

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let framework = parameters["framework"]?.string
        if let framework { try reading.requireFramework(framework) }
        let kind = parameters["kind"]?.string.flatMap(CoreType.init(rawValue:))
        let types = kind.map { [$0.element] } ?? CoreType.elements
        let items = try reading.items([.init("type", .oneOf(types))]).filter { framework == nil || $0.framework == framework }
        let practice = try Practice(reading)
        let lines = items.map { item in (item: item, works: practice.naming(item)) }.sorted {
            ($0.works.count, $0.item.framework, $0.item.position) < ($1.works.count, $1.item.framework, $1.item.position)
        }
        let empty = lines.count { $0.works.isEmpty }
        return Table(
            "curriculum.practice",
            title: Text(
                nb: "Praksis som bygger på overordnet del", nn: "Praksis som byggjer på overordna del",
                en: "Practice that builds on the core curriculum"),
            parameters: parameters.shown,
            columns: [.code, .init("kind", .localized, Text(nb: "Slag", nn: "Slag", en: "Kind")), .text, .language]
                + Self.columns.map { .init($0.id, .integer, $0.title) } + [
                    .count, .init("titles", .text, Text(nb: "Hva", nn: "Kva", en: "What")),
                ],
            rows: lines.map { item, works in
                let (text, language) = reading.text(item)
                let counts = Self.columns.map { column in Table.Cell.integer(works.count { column.records.contains($0.kind) }) }
                let titles = Set(works.map(\.title)).filter { !$0.isEmpty }.sorted().joined(separator: "; ")
                return [
                    .text(item.code), CoreType(element: item.type).map { .localized($0.title) } ?? .empty, .text(text), .text(language),
                ] + counts + [.integer(works.count), .text(titles)]
            },
            chart: Chart(.bar, labels: "text", values: ["count"]),
            notes: [
                Text(
                    nb: "\(empty) av \(lines.count) har ingenting som bygger på seg, av det du kan se.",
                    nn: "\(empty) av \(lines.count) har ingenting som byggjer på seg, av det du kan sjå.",
                    en: "Nothing that you can see builds on \(empty) of \(lines.count).")
            ] + (try reading.notes(items.map(\.name))))
    }
}
