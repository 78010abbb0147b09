import Kernel

/// `participation.groups`: the groups of a division as they are, and which rules they break.
struct GroupsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let wanted = parameters["grouping"]?.string ?? ""
        guard let grouping = try reading.records("participation.grouping", where: []).first(where: { String($0.number) == wanted }) else {
            throw UnknownGrouping(id: wanted)
        }
        let seats = Dictionary(
            try reading.records("participation.seat", where: []).map { ($0["enrolment"]?.string ?? "", $0) }
        ) { first, _ in first }
        var groups: [Int: [String]] = [:]
        var reasons: [Int: [String]] = [:]
        for placement in try reading.records("participation.placement", where: []) where placement.number("grouping") == grouping.number {
            let number = placement["number"]?.integer ?? 0
            groups[number, default: []].append(placement["enrolment"]?.string ?? "")
            if let reason = placement["reason"]?.string { reasons[number, default: []].append(reason) }
        }
        let faults = GroupConstraints.faults(
            groups.flatMap { number, members in
                members.map { member in
                    GroupConstraints.Place(
                        enrolment: member, group: number, school: seats[member]?["school"]?.string, team: seats[member]?["team"]?.string)
                }
            }, size: grouping["size"]?.integer ?? .max)
        let sizes = groups.values.map(\.count)
        let smallest = sizes.min() ?? 0
        let rows = groups.sorted { $0.key < $1.key }.map { number, members -> [Table.Cell] in
            let own = members.compactMap { seats[$0] }
            let owners = Set(own.compactMap { $0["employer"]?.string })
            var broken: [Text] = []
            if members.count > smallest + 1 {
                broken.append(Text(nb: "større enn de andre", nn: "større enn dei andre", en: "larger than the others"))
            }
            broken += faults.filter { $0.group == number }.map(\.text)
            func list(_ language: Language) -> String { broken.map { $0(language) }.joined(separator: "; ") }
            return [
                .integer(number), .integer(members.count),
                .text(members.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")), .integer(owners.count),
                broken.isEmpty ? .empty : .localized(Text(nb: list(.nb), nn: list(.nn), en: list(.en))),
                broken.isEmpty ? .empty : Table.Cell(reasons[number]?.joined(separator: "; ")),
            ]
        }
        let placed = Set(groups.values.flatMap { $0 })
        let missing = try reading.requirements(offering: grouping["offering"]?.string, person: nil).filter {
            !placed.contains("\($0.offering)/\($0.person)")
        }.map(\.person).sorted().joined(separator: ", ")
        return Table(
            "participation.groups", title: Text(nb: "Gruppene", nn: "Gruppene", en: "The groups"),
            parameters: [("grouping", .string(wanted))],
            columns: [
                .init("group", .integer, Text(nb: "Gruppe", nn: "Gruppe", en: "Group")),
                .init("size", .integer, unit: "person", Text(nb: "Antall", nn: "Antal", en: "Number")),
                .init("members", .text, Text(nb: "Medlemmer", nn: "Medlemmer", en: "Members")),
                .init("owners", .integer, Text(nb: "Skoleeiere", nn: "Skuleeigarar", en: "School owners")),
                .init("broken", .localized, Text(nb: "Bryter med", nn: "Bryt med", en: "Breaks")),
                .init("reason", .text, Text(nb: "Fordi", nn: "Fordi", en: "Because")),
            ], rows: rows,
            notes: missing.isEmpty
                ? []
                : [Text(nb: "Ikke i noen gruppe: \(missing).", nn: "Ikkje i noka gruppe: \(missing).", en: "In no group: \(missing).")])
    }
}

/// That there is no division of that number that the one who asks may see.
struct UnknownGrouping: ExplainedError {
    var id: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "det finnes ingen gruppeinndeling «\(id)»", nn: "det finst inga gruppeinndeling «\(id)»",
            en: "there is no division into groups '\(id)'")
    }
    var help: Text? { nil }
}
