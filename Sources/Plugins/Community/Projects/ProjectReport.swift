import Kernel

/// `community.project`: one project with its knowledge base, aims, cycles, actions and evidence, as far as the one who asks may see them.
///
/// What was shared with her alone, out of a cycle that she does not see, is in `community.shared-with-me`: of which project it is, she is not told.
struct ProjectReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let number = parameters["project"]?.integer ?? 0
        let below = [(field: "project", value: String(number))]
        var rows: [[Table.Cell]] = []
        func add(
            _ record: VisibleRecord, _ what: Table.Cell, _ day: Table.Cell = .empty, n: Table.Cell = .empty, value: Table.Cell = .empty,
            limits: Table.Cell = .empty
        ) {
            rows.append([.localized(record.type.label), .integer(Int(record.number)), what, record.stateCell, day, n, value, limits])
        }
        let project = try reading.records("community.project", where: []).first { Int($0.number) == number }
        if let project {
            add(
                project, .text([project["title"]?.string, project["need"]?.string].compactMap(\.self).joined(separator: ": ")),
                project.text("starts"))
        }
        if let project { rows += Self.ties(of: project) }
        let figures = Dictionary(grouping: try reading.records("community.figure", where: [])) { $0["source"]?.integer ?? 0 }
        for source in try reading.records("community.source", where: below) {
            add(source, source.text("title"), source.text("taken"), n: source.integer("n"), limits: source.text("limits"))
            for figure in figures[Int(source.number)] ?? [] {
                add(figure, figure.text("indicator"), figure.integer("year").asText, n: figure.kept("n"), value: figure.kept("value"))
            }
        }
        for aim in try reading.records("community.aim", where: below) { add(aim, aim.text("text")) }
        let (actions, evidence) = (try reading.records("community.action", where: []), try reading.records("community.evidence", where: []))
        for cycle in try reading.records("community.cycle", where: below) {
            add(cycle, cycle.text("question"))
            for record in actions where record["cycle"]?.integer == Int(cycle.number) {
                add(record, record.text("what"), record.text("due"))
            }
            for record in evidence where record["cycle"]?.integer == Int(cycle.number) { add(record, record.text("text")) }
        }
        return Self.table(number, rows)
    }

    /// What the project is tied to: codes of the curriculum, and the assessment that it is part of.
    private static func ties(of project: VisibleRecord) -> [[Table.Cell]] {
        let codes = (project["elements"]?.array ?? []).compactMap(\.string)
        let ties = [("elements", codes.joined(separator: ", ")), ("assessed-by", project["assessed-by"]?.string ?? "")]
        return ties.filter { !$0.1.isEmpty }.compactMap { name, value in
            project.type.field(name).map {
                [.localized($0.label), .empty, .text(value), .empty, .empty, .empty, .empty, .empty]
            }
        }
    }

    private static func table(_ number: Int, _ rows: [[Table.Cell]]) -> Table {
        Table(
            "community.project", title: Text(nb: "Et utviklingsarbeid", nn: "Eit utviklingsarbeid", en: "A development project"),
            parameters: [("project", .integer(number))],
            columns: [
                .init("part", .localized, Text(nb: "Del", nn: "Del", en: "Part")),
                .init("number", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("what", .text, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("day", .text, Text(nb: "Når", nn: "Når", en: "When")),
                .init("n", .integer, Text(nb: "Gjelder", nn: "Gjeld", en: "About")),
                .init("value", .number, Text(nb: "Verdi", nn: "Verdi", en: "Value")),
                .init("limits", .text, Text(nb: "Hva det ikke kan si", nn: "Kva det ikkje kan seie", en: "What it cannot tell")),
            ], rows: rows, suppression: Suppression(floor: nil))
    }
}

extension VisibleRecord {
    /// A number of a figure, with the mark that its source gave it.
    fileprivate func kept(_ name: String) -> Table.Cell {
        switch self["mark"]?.string {
        case "suppressed": return .suppressed
        case "missing":
            return .undefined(Text(nb: "tallet mangler hos kilden", nn: "talet manglar hos kjelda", en: "the source has no such figure"))
        default:
            if let whole = self[name]?.integer { return name == "value" ? .number(Double(whole)) : .integer(whole) }
            if case .number(let number)? = self[name] { return .number(number) }
            return .empty
        }
    }
}

extension Table.Cell {
    fileprivate var asText: Table.Cell { if case .integer(let value) = self { .text(String(value)) } else { self } }
}
