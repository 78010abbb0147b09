import Kernel

/// `curriculum.practice`: which practice builds on each value and principle of a core curriculum; those that nothing builds on come first.
///
/// Work counts that names the value itself; beside it stands how much names only an aim that the core curriculum ties to the value.
struct PracticeReport: ReportProvider {
    /// What is counted in one column.
    private static let columns: [(id: String, records: Set<String>, title: Text)] = [
        ("concepts", ["concept", "definition"], Text(nb: "Begreper", nn: "Omgrep", en: "Concepts")),
        ("rounds", ["round"], Text(nb: "Begrepsrunder", nn: "Omgrepsrundar", en: "Concept rounds")),
        (
            "interpretations", ["interpretation", "contribution", "synthesis", "decision"],
            Text(nb: "Tolkninger", nn: "Tolkingar", en: "Interpretations")
        ), ("learning-plans", ["learning-plan"], Text(nb: "Læringsplaner", nn: "Læringsplanar", en: "Learning plans")),
        ("readings", ["reading"], Text(nb: "Lesinger", nn: "Lesingar", en: "Readings")),
        ("local-plans", ["local-plan", "local-aim"], Text(nb: "Lokale planer", nn: "Lokale planar", en: "Local plans")),
    ]

    /// What is counted in none of them: the work that other modules give.
    private static func isOther(_ work: Practice.Work) -> Bool { !columns.contains { $0.records.contains(work.kind) } }

    /// A value or principle with what builds on it.
    private struct Line {
        var item: CurriculumItem
        var works: [Practice.Work]
        /// The codes of the aims that the core curriculum ties to it.
        var aims: [String]
        /// What names one of those, and not the value itself.
        var through: [Practice.Work]
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let framework = parameters["framework"]?.string
        if let framework { try reading.requireFramework(framework) }
        let kind = parameters["kind"]?.string.flatMap(CoreType.init(rawValue:))
        let types = kind.map { [$0.element] } ?? CoreType.elements
        let items = try reading.items([.init("type", .oneOf(types))]).filter { framework == nil || $0.framework == framework }
        let practice = try Practice(reading, rounds: true)
        let ties = Dictionary(
            grouping: try reading.links([.init("from", .oneOf(items.map(\.name)))], [.related], of: items), by: \.from
        ).mapValues { $0.map(\.to) }
        let lines = items.map { item -> Line in
            let works = practice.naming(item)
            let aims = ties[item.name] ?? []
            let codes = aims.map { String($0.drop { $0 != "/" }.dropFirst()) }
            let own = Set(works.map { "\($0.kind) \($0.record.number)" })
            let through = practice.naming(aims + codes).filter { !own.contains("\($0.kind) \($0.record.number)") }
            return Line(item: item, works: works, aims: codes, through: through)
        }.sorted {
            ($0.works.count, $0.through.count, $0.item.framework, $0.item.position)
                < ($1.works.count, $1.through.count, $1.item.framework, $1.item.position)
        }
        let empty = lines.count { $0.works.isEmpty && $0.through.isEmpty }
        return Table(
            "curriculum.practice",
            title: Text(
                nb: "Praksis som bygger på overordnet del", nn: "Praksis som byggjer på overordna del",
                en: "Practice that builds on the core curriculum"),
            parameters: parameters.shown,
            columns: [.code, .init("kind", .localized, Text(nb: "Slag", nn: "Slag", en: "Kind")), .text, .language]
                + Self.columns.map { .init($0.id, .integer, $0.title) } + [
                    .init("other", .integer, Text(nb: "Annet arbeid", nn: "Anna arbeid", en: "Other work")), .count,
                    .init("titles", .text, Text(nb: "Hva", nn: "Kva", en: "What")),
                    .init("aims", .text, Text(nb: "Mål", nn: "Mål", en: "Aims")),
                    .init("through-aims", .integer, Text(nb: "Gjennom målene", nn: "Gjennom måla", en: "Through the aims")),
                ],
            rows: lines.map { line in
                let (item, works) = (line.item, line.works)
                let shown = reading.text(item)
                let counts = Self.columns.map { column in Table.Cell.integer(works.count { column.records.contains($0.kind) }) }
                let titles = Set(works.map(\.title)).filter { !$0.isEmpty }.sorted().joined(separator: "; ")
                return [
                    .text(item.code), CoreType(element: item.type).map { .localized($0.title) } ?? .empty, .spoken(shown),
                    LanguageWord.cell(shown.language),
                ] + counts + [
                    .integer(works.count(where: Self.isOther)), .integer(works.count), .text(titles),
                    .text(line.aims.joined(separator: ", ")), .integer(line.through.count),
                ]
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
