import Kernel

/// `community.network`: agreements, needs, questions, visits and the evaluation of one network, as far as the one who asks may see them.
///
/// Whoever sees no more of it than what was shared finds that here too, as a partner of the network.
struct NetworkReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let number = parameters["network"]?.integer ?? 0
        var rows: [[Table.Cell]] = []
        func own(_ records: [VisibleRecord]) -> [VisibleRecord] { records.filter { $0["network"]?.integer == number } }
        let network = try reading.records("community.network", where: []).first { Int($0.number) == number }
        if let network {
            rows.append([.localized(network.type.label), network.text("title"), .empty, network.stateCell, .empty])
        }
        for record in own(try reading.records("community.agreement", where: [])) {
            rows.append([.localized(record.type.label), record.text("text"), record.text("partner"), record.stateCell, record.text("ends")])
        }
        for record in own(try reading.records("community.need", where: [])) {
            rows.append([.localized(record.type.label), record.text("text"), record.text("school"), record.stateCell, .empty])
        }
        let responses = Dictionary(grouping: try reading.records("community.response", where: [])) { $0["question"]?.integer ?? 0 }
        for record in own(try reading.records("community.question", where: [])) {
            let count = responses[Int(record.number)]?.count ?? 0
            let answers = Text(nb: "\(count) svar", nn: "\(count) svar", en: Counted.text(count, "answer", "answers"))
            let what = [record["text"]?.string, "(\(answers(reading.language)))"].compactMap(\.self).joined(separator: " ")
            rows.append([.localized(record.type.label), .text(what), record.text("school"), record.stateCell, .empty])
        }
        if let network, let group = network["group"]?.string {
            for record in try reading.records("community.visit", where: [("group", group)]) {
                rows.append([
                    .localized(record.type.label), record.text("report"), record.text("host"), record.stateCell, record.text("held"),
                ])
            }
            if let evaluation = network["evaluation"]?.string, let field = network.type.field("evaluation") {
                rows.append([.localized(field.label), .text(evaluation), .empty, .empty, .empty])
            }
        }
        return Table(
            "community.network", title: Text(nb: "Et nettverk", nn: "Eit nettverk", en: "A network"),
            parameters: [("network", .integer(number))],
            columns: [
                .init("kind", .localized, Text(nb: "Slag", nn: "Slag", en: "Kind")),
                .init("what", .text, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("organisation", .text, Text(nb: "Skole eller partner", nn: "Skule eller partnar", en: "School or partner")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("day", .date, Text(nb: "Dato", nn: "Dato", en: "Date")),
            ], rows: rows)
    }
}
