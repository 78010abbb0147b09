import Kernel

/// `participation.admission`: seats and applications of each round, and what must be done next.
struct AdmissionReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let applications = try reading.records("participation.application", where: [])
        let rankings = try reading.records("participation.ranking", where: [])
        let seats = try reading.records("participation.seat", where: []).compactMap { seat in
            seat["enrolment"]?.string.map { (enrolment: $0, isLeft: ["withdrawn", "excluded", "transferred"].contains(seat.state ?? "")) }
        }
        let gone = Set(seats.filter(\.isLeft).map(\.enrolment))
        let offerings = Dictionary(try reading.rounds(nil).map { ($0.number, $0.offering) }) { first, _ in first }
        /// The seats that someone has, and those that someone has been offered and may still take.
        func taken(_ offering: String) -> Int {
            seats.count { !$0.isLeft && $0.enrolment.hasPrefix(offering + "/") }
                + applications.count { application in
                    ["offered", "accepted"].contains(application.state ?? "")
                        && application.number("round").flatMap { offerings[$0] } == offering
                }
        }
        // Of what others admit to, nothing is known here.
        let own = Set(try reading.offerings(as: ["administrator", "coordinator"]))
        let rows = try reading.rounds(parameters["offering"]?.string).filter { own.contains($0.offering) }.map { round -> [Table.Cell] in
            let own = applications.filter { $0.number("round") == round.number }
            func count(_ states: String...) -> Int { own.count { states.contains($0.state ?? "") } }
            let left = own.count { $0.state == "enrolled" && gone.contains("\(round.offering)/\($0["applicant"]?.string ?? "")") }
            let free = round.places - taken(round.offering)
            let ranking = rankings.last { $0.number("round") == round.number && $0.state != "annulled" }
            return [
                .text(round.offering), round.record.stateLabel.map { .localized($0) } ?? .empty, .integer(round.places),
                .integer(count("submitted", "approved")), .integer(count("qualified")), .integer(count("waiting")),
                .integer(count("offered")), .integer(count("accepted")), .integer(count("enrolled")),
                .integer(left), .integer(max(0, free)),
                .localized(
                    Self.next(
                        round, unjudged: count("submitted", "approved"), qualified: count("qualified"), waiting: count("waiting"),
                        offered: count("offered"), accepted: count("accepted"), enrolled: count("enrolled"), free: free,
                        ranking: ranking?.state)),
            ]
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
                number("free", Text(nb: "Ledig", nn: "Ledig", en: "Free")),
                .init("next", .localized, Text(nb: "Gjør dette", nn: "Gjer dette", en: "Do this")),
            ], rows: rows)
    }

    private static func next(
        _ round: RoundReading, unjudged: Int, qualified: Int, waiting: Int, offered: Int, accepted: Int, enrolled: Int, free: Int,
        ranking: String?
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
            if free > 0, waiting + qualified > 0 {
                return Text(
                    nb: "Tilby \(min(free, waiting + qualified)) ledige plasser",
                    nn: "Tilby \(min(free, waiting + qualified)) ledige plassar",
                    en: "Offer \(min(free, waiting + qualified)) free seats")
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
