import Kernel

/// `participation.seats`: the seats of each course kind by kind, with what is left and why.
struct SeatsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let own = Set(try reading.offerings(as: ["administrator", "coordinator"]))
        // Of several rounds the last that was not cancelled gives out what is left of the same seats.
        var last: [String: RoundReading] = [:]
        for round in try reading.rounds(parameters["offering"]?.string) where own.contains(round.offering) && round.state != "cancelled" {
            last[round.offering] = round
        }
        var rows: [[Table.Cell]] = []
        for (offering, round) in last.sorted(by: { $0.key < $1.key }) {
            let seats = try SeatReading(round, reading)
            for kind in seats.kinds {
                rows.append([
                    .text(offering), .text(kind.kind), .boolean(kind.giveCredits), .integer(kind.number), .integer(kind.had),
                    .integer(kind.offered), .integer(kind.outside), .integer(kind.extra), .integer(max(0, min(kind.free, seats.left))),
                    .localized(Self.why(kind, round, left: seats.left, offerable: seats.offerable[kind.kind, default: 0])),
                ])
            }
        }
        func number(_ id: String, _ text: Text) -> Table.Column { .init(id, .integer, unit: "seat", text) }
        return Table(
            "participation.seats", title: Text(nb: "Plassene", nn: "Plassane", en: "The seats"),
            columns: [
                .offering, .init("kind", .code, Text(nb: "Slag plass", nn: "Slag plass", en: "Kind of seat")),
                .init("credits", .boolean, Text(nb: "Studiepoeng", nn: "Studiepoeng", en: "Credits")),
                number("number", Text(nb: "Plasser", nn: "Plassar", en: "Seats")),
                number("had", Text(nb: "Har plass", nn: "Har plass", en: "Had")),
                number("offered", Text(nb: "Tilbudt", nn: "Tilbodne", en: "Offered")),
                number("outside", Text(nb: "Utenfor rangeringen", nn: "Utanfor rangeringa", en: "Outside the ranking")),
                number("extra", Text(nb: "I tillegg", nn: "I tillegg", en: "On top")),
                number("free", Text(nb: "Ledig", nn: "Ledig", en: "Free")),
                .init("means", .localized, Text(nb: "Det betyr", nn: "Det tyder", en: "Which means")),
            ], rows: rows,
            notes: [
                Text(
                    nb:
                        "«Utenfor rangeringen» og «i tillegg» er med i dem som har plass eller tilbud. Plasser i tillegg tar ingen plass fra andre.",
                    nn:
                        "«Utanfor rangeringa» og «i tillegg» er med i dei som har plass eller tilbod. Plassar i tillegg tek ingen plass frå andre.",
                    en: "'Outside the ranking' and 'on top' are among those had or offered. Seats on top take none from anyone.")
            ])
    }

    private static func why(_ kind: SeatReading.Kind, _ round: RoundReading, left: Int, offerable: Int) -> Text {
        guard kind.free > 0 else { return Text(nb: "fullt", nn: "fullt", en: "full") }
        guard left > 0 else {
            return Text(
                nb: "runden har gitt alle plassene sine", nn: "runden har gitt alle plassane sine",
                en: "the round has given all its places")
        }
        if offerable > 0 {
            return Text(
                nb: "kan tilbys \(offerable) på ventelisten", nn: "kan tilbydast \(offerable) på ventelista",
                en: "can be offered to \(offerable) on the waiting list")
        }
        guard ["offering", "started", "finished"].contains(round.state) else {
            return Text(nb: "ikke tilbudt ennå", nn: "ikkje tilbodne enno", en: "not offered yet")
        }
        return Text(
            nb: "står igjen: ingen på ventelisten tar dem", nn: "står att: ingen på ventelista tek dei",
            en: "left: nobody on the waiting list takes them")
    }
}
