import Kernel

/// `community.support`: each of the staff with the kinds of support that they have had, those without any first.
struct SupportReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let group = parameters["group"]?.string ?? ""
        let since = parameters["since"]?.string ?? ""
        let records = try reading.records("community.support", where: [("group", group)]).filter { ($0["held"]?.string ?? "") >= since }
        let given = Dictionary(grouping: records) { $0["person"]?.string ?? "" }
        let forms = Self.forms(records)
        // Mentors and partners from outside are in the group, and not of the staff.
        let members = try reading.members(of: group).filter(\.isStaff)
        guard !members.isEmpty else { throw NotOfTheGroup(group: group) }
        let rows = members.map { member -> (count: Int, cells: [Table.Cell]) in
            let own = given[member.id] ?? []
            let last = own.compactMap { $0["held"]?.string }.max()
            let counts = forms.map { form in Table.Cell.integer(own.count { $0["form"]?.string == form.id }) }
            return (own.count, [.text(member.name), .text(member.id)] + counts + [.integer(own.count), Table.Cell(last)])
        }
        let without = rows.count { $0.count == 0 }
        return Table(
            "community.support",
            title: Text(nb: "Hvem som har fått hvilken støtte", nn: "Kven som har fått kva støtte", en: "Who has had which support"),
            parameters: [("group", .string(group)), ("since", since.isEmpty ? .null : .string(since))],
            columns: [
                .init("name", .text, Text(nb: "Navn", nn: "Namn", en: "Name")), .init("person", .text, Text(nb: "Id", nn: "Id", en: "Id")),
            ] + forms.map { .init($0.id, .integer, $0.title) } + [
                .init("total", .integer, Text(nb: "I alt", nn: "I alt", en: "In all")),
                .init("last", .date, Text(nb: "Sist", nn: "Sist", en: "Last")),
            ],
            rows: rows.enumerated().sorted { ($0.element.count == 0 ? 0 : 1, $0.offset) < ($1.element.count == 0 ? 0 : 1, $1.offset) }
                .map(\.element.cells),
            notes: [
                Text(
                    nb: "\(without) av \(rows.count) har ikke fått noen. Hva som ble sagt og skrevet, står ikke her.",
                    nn: "\(without) av \(rows.count) har ikkje fått noka. Kva som vart sagt og skrive, står ikkje her.",
                    en: "\(without) of \(rows.count) \(without == 1 ? "has" : "have") had none. What was said and written is not here.")
            ])
    }

    /// The kinds of support in the order of the manifest, those that nobody has had too.
    private static func forms(_ records: [VisibleRecord]) -> [(id: String, title: Text)] {
        guard case .code(let values)? = records.first?.type.field("form")?.type else { return [] }
        return values.map { ($0.id, $0.title) }
    }
}
