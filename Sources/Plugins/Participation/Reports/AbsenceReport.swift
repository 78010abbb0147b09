import Kernel

/// `participation.absence`: for each participant the half-days and how many more may be missed.
struct AbsenceReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let attendance = try AttendanceReading(reading)
        let rows = try reading.requirements(offering: parameters["offering"]?.string, person: nil).map { progress -> [Table.Cell] in
            let demand = attendance.demand(progress.offering)
            let tally = attendance.tally(offering: progress.offering, person: progress.person)
            let left = tally.left(demand)
            return [
                .text(progress.offering), .text(progress.person), .integer(tally.total), .integer(tally.present), .integer(tally.ill),
                .integer(tally.absent), .integer(tally.open), left.map { .integer($0) } ?? .empty,
                AttendanceReading.sentence(tally, demand).map { .localized($0) } ?? .localized(Self.noDemand),
            ]
        }
        func number(_ id: String, _ text: Text) -> Table.Column { .init(id, .integer, unit: "half-day", text) }
        return Table(
            "participation.absence", title: Text(nb: "Fravær", nn: "Fråvær", en: "Absence"),
            columns: [
                .offering, .participant, number("total", Text(nb: "I alt", nn: "I alt", en: "In all")),
                number("present", Text(nb: "Til stede", nn: "Til stades", en: "Present")),
                number("ill", Text(nb: "Syk", nn: "Sjuk", en: "Ill")), number("absent", Text(nb: "Borte", nn: "Borte", en: "Absent")),
                number("open", Text(nb: "Ikke ført", nn: "Ikkje ført", en: "Not recorded")),
                number("left", Text(nb: "Igjen", nn: "Att", en: "Left")),
                .init("means", .localized, Text(nb: "Det betyr", nn: "Det tyder", en: "Which means")),
            ], rows: rows,
            notes: [
                Text(
                    nb: "Halve dager. Avlyste samlinger er ikke med.", nn: "Halve dagar. Avlyste samlingar er ikkje med.",
                    en: "Half-days. Cancelled gatherings are left out.")
            ])
    }

    private static let noDemand = Text(nb: "ingen krav", nn: "ingen krav", en: "no demand")
}
