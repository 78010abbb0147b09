import Kernel

/// `participation.evidence`: which demand each piece of evidence answers, and which demands nothing answers.
struct EvidenceReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let rounds = Dictionary(try reading.rounds(parameters["offering"]?.string).map { ($0.number, $0) }) { first, _ in first }
        let pieces = Dictionary(grouping: try reading.records("participation.evidence", where: [])) { $0.number("application") ?? 0 }
        var rows: [[Table.Cell]] = []
        var open = 0
        for application in try reading.records("participation.application", where: []) {
            guard let round = application.number("round").flatMap({ rounds[$0] }) else { continue }
            let own = pieces[application.number] ?? []
            let eligibility = Eligibility(demands: round.rules.demands)
            func row(_ demand: Text, _ id: String, _ piece: VisibleRecord?, _ means: Text) {
                let document: Table.Cell =
                    piece?["document"].map { $0.isNull ? .boolean(false) : .boolean(true) } ?? .empty
                rows.append([
                    .text(round.offering), .integer(Int(application.number)), Table.Cell(application["applicant"]?.string),
                    .localized(demand),
                    .text(id), piece.map { .integer(Int($0.number)) } ?? .empty, Table.Cell(piece?["kind"]?.string), document,
                    .localized(means),
                ])
            }
            for demand in round.rules.demands {
                let answering = own.filter { $0["demand"]?.string == demand.id }
                for piece in answering { row(demand.title, demand.id, piece, Self.means(piece, demand)) }
                guard !eligibility.unanswered(own.map(Evidence.init)).contains(where: { $0.id == demand.id }) else {
                    open += 1
                    row(demand.title, demand.id, nil, Self.unanswered(demand))
                    continue
                }
            }
            for piece in own {
                let id = piece["demand"]?.string ?? ""
                guard !round.rules.demands.contains(where: { $0.id == id }) else { continue }
                row(Text(nb: "ikke et krav", nn: "ikkje eit krav", en: "not a demand"), id, piece, Self.stray(round.rules))
            }
        }
        return Table(
            "participation.evidence",
            title: Text(nb: "Hva dokumentasjonen svarer på", nn: "Kva dokumentasjonen svarer på", en: "What the evidence answers"),
            columns: [
                .offering, .application, .applicant, .init("demand", .localized, Text(nb: "Krav", nn: "Krav", en: "Demand")),
                .init("id", .code, Text(nb: "Navnet på kravet", nn: "Namnet på kravet", en: "Name of the demand")),
                .init("evidence", .integer, Text(nb: "Dokumentasjon", nn: "Dokumentasjon", en: "Evidence")),
                .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")),
                .init("document", .boolean, Text(nb: "Med dokument", nn: "Med dokument", en: "With a document")),
                .init("means", .localized, Text(nb: "Hvordan det står", nn: "Korleis det står", en: "How it stands")),
            ], rows: rows,
            notes: rows.isEmpty ? [] : [Self.note(open)])
    }

    private static func note(_ open: Int) -> Text {
        guard open > 0 else { return Text(nb: "Alle krav er besvart.", nn: "Alle krav har svar.", en: "Every demand is answered.") }
        return Text(
            nb: "\(open) krav står ubesvart.", nn: "\(open) krav står utan svar.",
            en: open == 1 ? "1 demand is not answered." : "\(open) demands are not answered.")
    }

    private static func means(_ piece: VisibleRecord, _ demand: AdmissionRules.Demand) -> Text {
        let state = piece.stateLabel ?? Text(verbatim: piece.state ?? "")
        let kind = piece["kind"]?.string ?? ""
        let isEqual = ["institution-rule", "prior-learning"].contains(piece["basis"]?.string)
        guard !demand.kinds.contains(kind), !isEqual, piece.state != "refused" else { return state }
        return Text(
            nb: "\(state(.nb)); av et annet slag enn kravet nevner, så det teller bare hvis institusjonen finner det likeverdig",
            nn: "\(state(.nn)); av eit anna slag enn kravet nemner, så det tel berre om institusjonen finn det likeverdig",
            en: "\(state(.en)); of another kind than the demand names, so it counts only if the institution finds it equivalent")
    }

    private static func unanswered(_ demand: AdmissionRules.Demand) -> Text {
        let kinds = demand.kinds.joined(separator: ", ")
        return Text(
            nb: "ubesvart; ett av disse slagene er nok: \(kinds)", nn: "utan svar; eitt av desse slaga er nok: \(kinds)",
            en: "not answered; any one of these kinds is enough: \(kinds)")
    }

    private static func stray(_ rules: AdmissionRules) -> Text {
        let known = rules.demands.map(\.id).joined(separator: ", ")
        return Text(
            nb: "svarer ikke på noe krav; kravene er \(known)", nn: "svarer ikkje på noko krav; krava er \(known)",
            en: "answers no demand; the demands are \(known)")
    }
}
