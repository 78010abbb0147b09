import Kernel

/// `participation.admission`: seats and applications of each round, and what must be done next.
struct AdmissionReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let applications = try reading.records("participation.application", where: [])
        let rankings = try reading.records("participation.ranking", where: [])
        let gone = Set(
            try reading.records("participation.seat", where: []).filter {
                ["withdrawn", "excluded", "transferred"].contains($0.state ?? "")
            }.compactMap { $0["enrolment"]?.string })
        // Of what others admit to, nothing is known here.
        let own = Set(try reading.offerings(as: ["administrator", "coordinator"]))
        let rounds = try reading.rounds(parameters["offering"]?.string).filter { own.contains($0.offering) }
        var rows: [[Table.Cell]] = []
        for round in rounds {
            let own = applications.filter { $0.number("round") == round.number }
            func count(_ states: String...) -> Int { own.count { states.contains($0.state ?? "") } }
            let left = own.count { $0.state == "enrolled" && gone.contains("\(round.offering)/\($0["applicant"]?.string ?? "")") }
            let seats = try SeatReading(round, reading)
            let outside = own.count { $0["outside"]?.string != nil && ["offered", "accepted", "enrolled"].contains($0.state) }
            let ranking = rankings.last { $0.number("round") == round.number && $0.state != "annulled" }
            rows.append([
                .text(round.offering), round.record.stateLabel.map { .localized($0) } ?? .empty, .integer(round.places),
                .integer(count("submitted", "approved")), .integer(count("qualified")), .integer(count("waiting")),
                .integer(count("offered")), .integer(count("accepted")), .integer(count("enrolled")),
                .integer(left), .integer(outside), .integer(max(0, seats.left)),
                .localized(
                    Self.next(
                        round, unjudged: count("submitted", "approved"), qualified: count("qualified"), waiting: count("waiting"),
                        offered: count("offered"), accepted: count("accepted"), enrolled: count("enrolled"), seats: seats,
                        ranking: ranking?.state)),
            ])
        }
        func number(_ id: String, _ text: Text) -> Table.Column { .init(id, .integer, text) }
        return Table(
            "participation.admission", title: Text(nb: "Opptaket", nn: "Opptaket", en: "The admission"),
            columns: [
                .offering, .state, number("places", Text(nb: "Plasser", nn: "Plassar", en: "Places")),
                number("unjudged", Text(nb: "Ikke vurdert", nn: "Ikkje vurderte", en: "Not judged")),
                number("qualified", Text(nb: "Kvalifisert", nn: "Kvalifiserte", en: "Qualified")),
                number("waiting", Text(nb: "Venter", nn: "Ventar", en: "Waiting")),
                number("offered", Text(nb: "Har tilbud", nn: "Har tilbod", en: "Have an offer")),
                number("accepted", Text(nb: "Takket ja", nn: "Takka ja", en: "Accepted")),
                number("enrolled", Text(nb: "Tatt opp", nn: "Tekne opp", en: "Enrolled")),
                number("left", Text(nb: "Sluttet siden", nn: "Slutta sidan", en: "Left since")),
                number("outside", Text(nb: "Utenfor rangeringen", nn: "Utanfor rangeringa", en: "Outside the ranking")),
                number("free", Text(nb: "Ledig", nn: "Ledig", en: "Free")),
                .init("next", .localized, Text(nb: "Gjør dette", nn: "Gjer dette", en: "Do this")),
            ], rows: rows)
    }

    private static func next(
        _ round: RoundReading, unjudged: Int, qualified: Int, waiting: Int, offered: Int, accepted: Int, enrolled: Int,
        seats: SeatReading, ranking: String?
    ) -> Text {
        switch round.state {
        case "open":
            return Text(
                nb: "Vent til søknadsfristen \(round.deadline ?? "")", nn: "Vent til søknadsfristen \(round.deadline ?? "")",
                en: "Wait for the last day, \(round.deadline ?? "")")
        case "closed" where unjudged > 0:
            return Text(
                nb: "Vurder søknader: \(unjudged)", nn: "Vurder søknader: \(unjudged)", en: "Judge applications: \(unjudged)")
        case "closed" where ranking == nil || ranking == "prepared":
            return Text(
                nb: "Lås rangeringen", nn: "Lås rangeringa", en: "Freeze the ranking")
        case "closed" where ranking == "frozen":
            return Text(
                nb: "Trekk lodd med et vitne, eller sett i rekkefølge", nn: "Trekk lodd med eit vitne, eller set i rekkjefølgje",
                en: "Draw lots with a witness, or put in order")
        case "closed": return Text(nb: "Tilby plasser", nn: "Tilby plassar", en: "Offer seats")
        case "offering", "started":
            // Only what somebody takes is offered; what is left over is told of in participation.seats.
            let offerable = seats.offerable.values.reduce(0, +)
            if offerable > 0 {
                return Text(
                    nb: "Tilby \(offerable) ledige plasser", nn: "Tilby \(offerable) ledige plassar", en: "Offer \(offerable) free seats")
            }
            if seats.improvable > 0 {
                return Text(
                    nb: "Tilby plasser: \(seats.improvable) kan få en de heller vil ha",
                    nn: "Tilby plassar: \(seats.improvable) kan få ein dei heller vil ha",
                    en: "Offer seats: \(seats.improvable) can have one that they would rather have")
            }
            if offered > 0 {
                return Text(nb: "Vent på svar: \(offered)", nn: "Vent på svar: \(offered)", en: "Wait for answers: \(offered)")
            }
            if accepted + enrolled < round.minimum {
                return Text(
                    nb: "\(round.minimum) trengs for å starte, \(accepted) har takket ja",
                    nn: "\(round.minimum) trengst for å starte, \(accepted) har takka ja",
                    en: "\(round.minimum) are needed to start, \(accepted) have accepted")
            }
            if accepted > 0 {
                return Text(nb: "Ta opp \(accepted)", nn: "Ta opp \(accepted)", en: "Enrol \(accepted)")
            }
            return Text(nb: "Avslutt opptaket", nn: "Avslutt opptaket", en: "End the admission")
        default: return Text(nb: "Ingenting", nn: "Ingenting", en: "Nothing")
        }
    }
}
