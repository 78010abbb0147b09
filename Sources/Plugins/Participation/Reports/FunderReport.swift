import Kernel

/// `participation.funder`: seats, completed and drop-out for each school owner, for the one who pays.
///
/// Those who admit see all owners. A school owner sees its own row alone: how many seats of each kind, always, since that is what is paid for;
/// how it went, only where it is about so many that it tells of nobody, and never who was excluded.
struct FunderReport: ReportProvider {
    private struct Counts {
        var seats = 0
        var kinds: [String: Int] = [:]
        var withoutCredits = 0
        var states: [String: Int] = [:]

        mutating func add(_ seat: VisibleRecord) {
            seats += 1
            kinds[seat["kind"]?.string ?? "", default: 0] += 1
            if seat["credits"]?.bool == false { withoutCredits += 1 }
            states[seat.state ?? "", default: 0] += 1
        }

        func count(_ state: String) -> Int { states[state, default: 0] }

        /// Those who left the course for good, among those who did not go over to another one.
        private var dropOut: Table.Cell {
            let stayed = seats - count("transferred")
            guard stayed > 0 else {
                return .undefined(Text(nb: "alle er overført", nn: "alle er overførte", en: "all were transferred"))
            }
            return .number((Double(count("withdrawn") + count("excluded")) / Double(stayed) * 1000).rounded() / 10)
        }

        var paid: [Table.Cell] {
            [.integer(seats)] + ["funded", "self-paying", "commission"].map { .integer(kinds[$0, default: 0]) } + [.integer(withoutCredits)]
        }

        var outcome: [Table.Cell] {
            let ended = ["completed", "withdrawn", "excluded", "transferred"]
            return [.integer(seats - ended.reduce(0) { $0 + count($1) })] + ended.map { .integer(count($0)) } + [dropOut]
        }

        /// What an owner is told: whoever has left is one of those who have left.
        var told: [Table.Cell] {
            let left = count("withdrawn") + count("excluded")
            return [
                .integer(seats - left - count("completed") - count("transferred")), .integer(count("completed")), .integer(left),
                .suppressed,
                .integer(count("transferred")), dropOut,
            ]
        }
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let wanted = parameters["offering"]?.string
        let floor = reading.settings["funder-floor"]?.integer ?? 5
        // Where the one who asks admits; elsewhere she has paid.
        let own = Set(try reading.offerings(as: ["administrator"]))
        // Those of the last round that was not cancelled; a later round of the same course gives out what is left of the same places.
        let places = Dictionary(
            try reading.rounds(wanted).filter { $0.state != "cancelled" }.map { ($0.offering, $0.places) }
        ) { _, last in last }
        var owners: [String: [String: Counts]] = [:]
        var whole: [String: Counts] = [:]
        for seat in try reading.observed("participation.seat").map(\.record) {
            guard let offering = seat["enrolment"]?.string?.split(separator: "/").first.map(String.init),
                wanted == nil || wanted == offering
            else { continue }
            owners[offering, default: [:]][seat["employer"]?.string ?? "", default: Counts()].add(seat)
            whole[offering, default: Counts()].add(seat)
        }
        var rows: [[Table.Cell]] = []
        var isKeptBack = false
        for (offering, counts) in whole.sorted(by: { $0.key < $1.key }) {
            let admits = own.contains(offering)
            if admits {
                rows.append([.text(offering), .empty, places[offering].map { .integer($0) } ?? .empty] + counts.paid + counts.outcome)
            }
            for (owner, own) in (owners[offering] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let isFew = !admits && own.seats < floor
                isKeptBack = isKeptBack || !admits
                let outcome = admits ? own.outcome : isFew ? own.told.map { _ in .suppressed } : own.told
                rows.append([.text(offering), owner.isEmpty ? .text("-") : .text(owner), .empty] + own.paid + outcome)
            }
        }
        return Table(
            "participation.funder", title: Text(nb: "Til den som betaler", nn: "Til den som betaler", en: "For the one who pays"),
            columns: Self.columns, rows: rows, notes: [Self.note] + (isKeptBack ? [Self.keptBack(floor)] : []))
    }

    private static var columns: [Table.Column] {
        func number(_ id: String, _ text: Text) -> Table.Column { .init(id, .integer, unit: "person", text) }
        return [
            .offering, .init("owner", .code, Text(nb: "Skoleeier", nn: "Skuleeigar", en: "School owner")),
            number("places", Text(nb: "Plasser", nn: "Plassar", en: "Places")),
            number("seats", Text(nb: "Tatt opp", nn: "Tekne opp", en: "Enrolled")),
            number("funded", Text(nb: "Betalt plass", nn: "Betalt plass", en: "Funded")),
            number("self-paying", Text(nb: "Egenbetalt", nn: "Eigenbetalt", en: "Self-paying")),
            number("commission", Text(nb: "Bestilt", nn: "Tinga", en: "Commissioned")),
            number("without-credits", Text(nb: "Uten studiepoeng", nn: "Utan studiepoeng", en: "Without credits")),
            number("active", Text(nb: "I gang", nn: "I gang", en: "Under way")),
            number("completed", Text(nb: "Fullført", nn: "Fullført", en: "Completed")),
            number("withdrawn", Text(nb: "Sluttet", nn: "Slutta", en: "Withdrawn")),
            number("excluded", Text(nb: "Utestengt", nn: "Utestengde", en: "Excluded")),
            number("transferred", Text(nb: "Overført", nn: "Overførte", en: "Transferred")),
            .init("drop-out", .number, unit: "%", Text(nb: "Frafall", nn: "Fråfall", en: "Drop-out")),
        ]
    }

    private static let note = Text(
        nb:
            "Raden uten skoleeier gjelder hele gjennomføringen. Frafall: sluttet og utestengt av dem som ikke er overført. Små tall handler om få mennesker: del dem bare med den som har betalt plassene.",
        nn:
            "Rada utan skuleeigar gjeld heile gjennomføringa. Fråfall: slutta og utestengde av dei som ikkje er overførte. Små tal handlar om få menneske: del dei berre med den som har betalt plassane.",
        en:
            "The row without a school owner is about the whole offering. Drop-out: withdrawn and excluded, of those not transferred. Small numbers are about few people: share them only with the one who has paid for the seats."
    )

    private static func keptBack(_ floor: Int) -> Text {
        Text(
            nb:
                "Hvordan det gikk, vises for en skoleeier bare når det gjelder minst \(floor). Den som er utestengt, står blant dem som har sluttet.",
            nn:
                "Korleis det gjekk, blir vist for ein skuleeigar berre når det gjeld minst \(floor). Den som er utestengd, står blant dei som har slutta.",
            en:
                "How it went is shown to a school owner only where it is about \(floor) or more. Whoever is excluded is among those who have left."
        )
    }
}
