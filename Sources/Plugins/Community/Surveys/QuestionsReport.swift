import Kernel

/// `community.questions`: what those who are asked answer, and on which scale.
struct QuestionsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let number = parameters["survey"]?.integer ?? 0
        let survey = try reading.records("community.survey", where: []).first { Int($0.number) == number }
        let instrument = survey?["definition"].map(Instrument.init)
        let rows = (instrument?.items ?? []).map { item -> [Table.Cell] in
            let subscale = instrument?.subscales.first { $0.id == item.subscale }?.title ?? Text(verbatim: item.subscale)
            return [.text(item.id), .localized(item.text), .localized(subscale)]
        }
        let low = instrument?.scale.lowerBound ?? 1
        let notes = (instrument?.labels ?? []).enumerated().map { index, label in
            Text(label.byLanguage.mapValues { "\(low + index): \($0)" })
        }
        let holder = instrument?.holder.map { Text(nb: "Eier: \($0)", nn: "Eigar: \($0)", en: "Owner: \($0)") }
        return Table(
            "community.questions",
            title: Text(nb: "Spørsmålene i en undersøkelse", nn: "Spørsmåla i ei undersøking", en: "The questions of a survey"),
            parameters: [("survey", .integer(number))],
            columns: [
                .init("item", .text, Text(nb: "Kode i svaret", nn: "Kode i svaret", en: "Code in the answer")),
                .init("text", .localized, Text(nb: "Påstand", nn: "Påstand", en: "Statement")),
                .init("subscale", .localized, Text(nb: "Hører til", nn: "Høyrer til", en: "Belongs to")),
            ], rows: rows, notes: notes + (holder.map { [$0] } ?? []))
    }
}
