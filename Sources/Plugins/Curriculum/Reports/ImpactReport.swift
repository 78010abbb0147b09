import Kernel

/// `curriculum.impact`: the work of a staff that leans on what changed between two loads or two revisions of a plan, with whose turn it is.
struct ImpactReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let comparison = try CurriculumComparison(
            ComparisonRequest(parameters, reading), threshold: DiffReport.threshold(parameters), reading)
        let practice = try Practice(reading)
        var lines: [(order: (String, String, Int64, String), cells: [Table.Cell])] = []
        var touched: Set<String> = []
        for (name, changes) in Dictionary(grouping: comparison.changes.filter { $0.old != nil }, by: { $0.old?.name ?? "" }) {
            guard let old = changes.first?.old else { continue }
            let successors = Set(changes.compactMap(\.new?.code)).filter { $0 != old.code }.sorted().joined(separator: ", ")
            for work in practice.naming(old) {
                touched.insert(name)
                let suggestion = changes.compactMap(\.suggestion?.code).first
                let owner = try Self.owner(work, reading)
                lines.append(
                    (
                        (owner(.en), work.title, work.record.number, old.code),
                        [
                            .localized(owner), .localized(work.record.type.label), .integer(Int(work.record.number)),
                            .text(work.title), work.record.stateLabel.map(Table.Cell.localized) ?? .empty, .text(old.code),
                            changes.first.map { .localized($0.text) } ?? .empty, .text(successors), .optional(suggestion),
                        ]
                    ))
            }
        }
        for course in try ImpactedCourse.all(reading) {
            for changes in Dictionary(grouping: comparison.changes.filter { $0.old != nil }, by: { $0.old?.name ?? "" }).values {
                guard let old = changes.first?.old else { continue }
                let places = course.places(naming: old)
                if !places.isEmpty { touched.insert(old.name) }
                let successors = Set(changes.compactMap(\.new?.code)).filter { $0 != old.code }.sorted().joined(separator: ", ")
                for place in places {
                    lines.append(
                        (
                            (course.owner, course.variant, 0, old.code + (place?.id ?? "")),
                            [
                                .text(course.owner), .localized(ImpactedCourse.label(place)), .empty,
                                course.cell(place), .empty, .text(old.code),
                                changes.first.map { .localized($0.text) } ?? .empty, .text(successors),
                                .optional(changes.compactMap(\.suggestion?.code).first),
                            ]
                        ))
                }
            }
        }
        lines.sort { $0.order < $1.order }
        let (works, codes) = (lines.count, touched.count)
        return Table(
            "curriculum.impact",
            title: Text(
                nb: "Arbeid som må ses på igjen", nn: "Arbeid som må sjåast på att", en: "Work that must be looked at again"),
            parameters: parameters.shown,
            columns: [
                .init("owner", .localized, Text(nb: "Hvem", nn: "Kven", en: "Owner")),
                .init("work", .localized, Text(nb: "Arbeid", nn: "Arbeid", en: "Work")),
                .init("number", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("title", .text, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")), .code,
                .init("change", .localized, Text(nb: "Endring", nn: "Endring", en: "Change")), .replacedBy,
                .init("suggestion", .text, Text(nb: "Ligner på", nn: "Liknar på", en: "Resembles")),
            ], rows: lines.map(\.cells),
            notes: [
                Text(
                    nb: "\(works) arbeid viser til \(Counted.text(codes, "kode", "koder")) som er endret, av det du kan se.",
                    nn: "\(works) arbeid viser til \(Counted.text(codes, "kode", "kodar")) som er endra, av det du kan sjå.",
                    en:
                        "Of what you can see, \(Counted.text(works, "piece of work leans", "pieces of work lean")) on \(Counted.text(codes, "code", "codes")) that changed."
                )
            ])
    }

    /// Who looks at it: its author where that is known, otherwise the leader of the group.
    private static func owner(_ work: Practice.Work, _ reading: borrowing some ReportReading & ~Copyable) throws -> Text {
        if let author = work.author {
            return Text(verbatim: try reading.person(author).map { "\($0.name) (\(author))" } ?? author)
        }
        let id = work.group ?? ""
        let group = try reading.title(ofGroup: id).map { "\($0) (\(id))" } ?? id
        return Text(nb: "lederen i \(group)", nn: "leiaren i \(group)", en: "the leader of \(group)")
    }
}
