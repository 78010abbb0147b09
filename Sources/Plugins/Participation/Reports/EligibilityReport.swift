import Kernel

/// `participation.eligibility`: which application lacks what, and why.
struct EligibilityReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let rounds = try reading.rounds(parameters["offering"]?.string)
        let applications = try reading.records("participation.application", where: [])
        let evidence = Dictionary(grouping: try reading.records("participation.evidence", where: []).map(Evidence.init), by: \.application)
        var rows: [[Table.Cell]] = []
        var clear = 0
        for round in rounds {
            let eligibility = Eligibility(demands: round.rules.demands)
            for application in applications where application.number("round") == round.number {
                guard ["draft", "submitted", "approved", "unqualified"].contains(application.state) else { continue }
                let lacking = eligibility.lacking(evidence[application.number] ?? [])
                let waits = round.rules.ownerPart != .none && application.state == "submitted"
                if lacking.isEmpty, !waits { clear += 1 }
                func row(_ demand: Text, _ outcome: Text) {
                    rows.append([
                        .text(round.offering), .integer(Int(application.number)), Table.Cell(application["applicant"]?.string),
                        application.stateLabel.map { .localized($0) } ?? .empty, .localized(demand), .localized(outcome),
                    ])
                }
                if waits {
                    row(
                        Text(nb: "Skoleeierens godkjenning", nn: "Godkjenninga til skuleeigaren", en: "The school owner's approval"),
                        Eligibility.Outcome.missing.text)
                }
                for (demand, outcome) in lacking { row(demand.title, outcome.text) }
            }
        }
        return Table(
            "participation.eligibility",
            title: Text(nb: "Hva søknadene mangler", nn: "Kva søknadene manglar", en: "What applications lack"),
            columns: [
                .offering, .application, .applicant, .state,
                .init("demand", .localized, Text(nb: "Krav", nn: "Krav", en: "Demand")),
                .init("outcome", .localized, Text(nb: "Hvordan det står", nn: "Korleis det står", en: "How it stands")),
            ], rows: rows,
            notes: [
                Text(
                    nb: "\(clear) søknader mangler ingenting og venter bare på en vurdering.",
                    nn: "\(clear) søknader manglar ingenting og ventar berre på ei vurdering.",
                    en: "\(clear) applications lack nothing and wait for a judgement only.")
            ])
    }
}
