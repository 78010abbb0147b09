import Kernel

/// `participation.funder`: seats, completed and drop-out for each school owner, for the one who pays.
struct FunderReport: ReportProvider {
    private struct Counts {
        var seats = 0
        var active = 0
        var completed = 0
        var withdrawn = 0
        var excluded = 0
        var transferred = 0
        var withoutCredits = 0

        mutating func add(_ seat: VisibleRecord) {
            seats += 1
            if seat["credits"]?.bool == false { withoutCredits += 1 }
            switch seat.state {
            case "completed": completed += 1
            case "withdrawn": withdrawn += 1
            case "excluded": excluded += 1
            case "transferred": transferred += 1
            default: active += 1
            }
        }

        /// Those who left the course for good, among those who did not go over to another one.
        var dropOut: Table.Cell {
            let stayed = seats - transferred
            guard stayed > 0 else {
                return .undefined(Text(nb: "alle er overført", nn: "alle er overførte", en: "all were transferred"))
            }
            return .number((Double(withdrawn + excluded) / Double(stayed) * 1000).rounded() / 10)
        }

        var cells: [Table.Cell] {
            [
                .integer(seats), .integer(withoutCredits), .integer(active), .integer(completed), .integer(withdrawn), .integer(excluded),
                .integer(transferred), dropOut,
            ]
        }
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let wanted = parameters["offering"]?.string
        // Those of the last round that was not cancelled; a later round of the same course gives out what is left of the same places.
        let places = Dictionary(
            try reading.rounds(wanted).filter { $0.state != "cancelled" }.map { ($0.offering, $0.places) }
        ) { _, last in last }
        var owners: [String: [String: Counts]] = [:]
        var whole: [String: Counts] = [:]
        for seat in try reading.records("participation.seat", where: []) {
            guard let offering = seat["enrolment"]?.string?.split(separator: "/").first.map(String.init),
                wanted == nil || wanted == offering
            else { continue }
            owners[offering, default: [:]][seat["employer"]?.string ?? "", default: Counts()].add(seat)
            whole[offering, default: Counts()].add(seat)
        }
        var rows: [[Table.Cell]] = []
        for (offering, counts) in whole.sorted(by: { $0.key < $1.key }) {
            rows.append([.text(offering), .empty, places[offering].map { .integer($0) } ?? .empty] + counts.cells)
            for (owner, own) in (owners[offering] ?? [:]).sorted(by: { $0.key < $1.key }) {
                rows.append([.text(offering), owner.isEmpty ? .text("-") : .text(owner), .empty] + own.cells)
            }
        }
        func number(_ id: String, _ text: Text) -> Table.Column { .init(id, .integer, unit: "person", text) }
        return Table(
            "participation.funder", title: Text(nb: "Til den som betaler", nn: "Til den som betaler", en: "For the one who pays"),
            columns: [
                .offering, .init("owner", .code, Text(nb: "Skoleeier", nn: "Skuleeigar", en: "School owner")),
                number("places", Text(nb: "Plasser", nn: "Plassar", en: "Places")),
                number("seats", Text(nb: "Tatt opp", nn: "Tekne opp", en: "Enrolled")),
                number("without-credits", Text(nb: "Uten studiepoeng", nn: "Utan studiepoeng", en: "Without credits")),
                number("active", Text(nb: "I gang", nn: "I gang", en: "Under way")),
                number("completed", Text(nb: "Fullført", nn: "Fullført", en: "Completed")),
                number("withdrawn", Text(nb: "Sluttet", nn: "Slutta", en: "Withdrawn")),
                number("excluded", Text(nb: "Utestengt", nn: "Utestengde", en: "Excluded")),
                number("transferred", Text(nb: "Overført", nn: "Overførte", en: "Transferred")),
                .init("drop-out", .number, unit: "%", Text(nb: "Frafall", nn: "Fråfall", en: "Drop-out")),
            ], rows: rows,
            notes: [
                Text(
                    nb:
                        "Raden uten skoleeier gjelder hele gjennomføringen. Frafall: sluttet og utestengt av dem som ikke er overført. Små tall handler om få mennesker: del dem bare med den som har betalt plassene.",
                    nn:
                        "Rada utan skuleeigar gjeld heile gjennomføringa. Fråfall: slutta og utestengde av dei som ikkje er overførte. Små tal handlar om få menneske: del dei berre med den som har betalt plassane.",
                    en:
                        "The row without a school owner is about the whole offering. Drop-out: withdrawn and excluded, of those not transferred. Small numbers are about few people: share them only with the one who has paid for the seats."
                )
            ])
    }
}
