import Kernel

/// `participation.overview`: for the coordinator each participant's absence and overdue work, and who needs a talk.
struct OverviewReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let offering = parameters["offering"]?.string
        let attendance = try AttendanceReading(reading)
        let work = Dictionary(grouping: try reading.progress(offering: offering, person: nil)) { "\($0.offering)/\($0.person)" }
        var rows: [(isFirst: Bool, cells: [Table.Cell])] = []
        for progress in try reading.requirements(offering: offering, person: nil) {
            let demand = attendance.demand(progress.offering)
            let tally = attendance.tally(offering: progress.offering, person: progress.person)
            let own = work["\(progress.offering)/\(progress.person)"] ?? []
            let isAway = attendance.leave(offering: progress.offering, person: progress.person) != nil
            let late = isAway ? [] : own.filter { $0.status == .overdue }
            let left = tally.left(demand)
            var reasons: [Text] = []
            if !isAway, let left, left < 0, let sentence = AttendanceReading.sentence(tally, demand) { reasons.append(sentence) }
            if !late.isEmpty {
                func titles(_ language: Language) -> String { late.map { "«\($0.title(language))»" }.joined(separator: ", ") }
                reasons.append(
                    Text(
                        nb: "over fristen: \(titles(.nb))", nn: "over fristen: \(titles(.nn))",
                        en: "overdue: \(late.map { "'\($0.title(.en))'" }.joined(separator: ", "))"))
            }
            func list(_ language: Language) -> String { reasons.map { $0(language) }.joined(separator: "; ") }
            let name = try reading.person(progress.person)?.name
            rows.append(
                (
                    !reasons.isEmpty,
                    [
                        .text(progress.offering), .text(progress.person), Table.Cell(name), left.map { .integer($0) } ?? .empty,
                        .integer(own.count { $0.status == .done }), .integer(own.count), .integer(late.count),
                        reasons.isEmpty ? .empty : .localized(Text(nb: list(.nb), nn: list(.nn), en: list(.en))),
                    ]
                ))
        }
        let talks = rows.count { $0.isFirst }
        return Table(
            "participation.overview",
            title: Text(nb: "Oversikt over deltakerne", nn: "Oversikt over deltakarane", en: "Overview of the participants"),
            columns: [
                .offering, .participant, .init("name", .text, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("left", .integer, unit: "half-day", Text(nb: "Fravær igjen", nn: "Fråvær att", en: "Absence left")),
                .init("done", .integer, Text(nb: "Ferdig", nn: "Ferdig", en: "Done")),
                .init("of", .integer, Text(nb: "Av", nn: "Av", en: "Of")),
                .init("late", .integer, Text(nb: "Over fristen", nn: "Over fristen", en: "Overdue")),
                .init("why", .localized, Text(nb: "Trenger en samtale fordi", nn: "Treng ein samtale fordi", en: "Needs a talk because")),
            ], rows: rows.filter(\.isFirst).map(\.cells) + rows.filter { !$0.isFirst }.map(\.cells),
            notes: [
                Text(
                    nb: "\(talks) av \(rows.count) trenger en samtale; de står først.",
                    nn: "\(talks) av \(rows.count) treng ein samtale; dei står først.",
                    en: "\(talks) of \(rows.count) need a talk; they come first.")
            ])
    }
}
