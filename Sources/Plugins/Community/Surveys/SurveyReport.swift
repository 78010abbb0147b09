import Kernel

/// `community.survey`: the results of one closed survey.
///
/// Every number is about all who answered, since answers are whole; so there is nothing to subtract. What all answered alike is kept back
/// like what is about too few people.
struct SurveyReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let floor = max(reading.floor, reading.settings["floor"]?.integer ?? 0)
        let number = parameters["survey"]?.integer ?? 0
        let seed = parameters["bootstrap-seed"]?.integer ?? 1
        let surveys = try reading.records("community.survey", where: [])
        let survey = surveys.first { Int($0.number) == number }
        var answers: [Int: [[String: Int]]] = [:]
        for answer in try reading.observed("community.answer") {
            let pairs = (answer.record["answers"]?.object ?? []).compactMap { pair in pair.value.integer.map { (pair.key, $0) } }
            answers[answer.record["survey"]?.integer ?? 0, default: []].append(Dictionary(pairs) { first, _ in first })
        }
        let isClosed = survey?.state == "closed"
        let instrument = survey?["definition"].map(Instrument.init)
        var rows: [[Table.Cell]] = []
        if let survey, let instrument, isClosed {
            let writer = SurveyRows(instrument: instrument, floor: floor, seed: UInt64(max(0, seed)))
            rows = writer.rows(answers[number] ?? [], invited: survey["invited"]?.integer ?? 0)
            // Only the same group, asked the same: schools are not compared, and other words or another scale would be no change.
            if let before = surveys.first(where: { Int($0.number) == survey["before"]?.integer }), before.state == "closed",
                before["group"]?.string == survey["group"]?.string, before["definition"].map(Instrument.init)?.asks == instrument.asks
            {
                rows += writer.changes(from: answers[Int(before.number)] ?? [], to: answers[number] ?? [])
            }
        }
        return Table(
            "community.survey", title: SurveyTexts.title, parameters: [("survey", .integer(number)), ("bootstrap-seed", .integer(seed))],
            columns: [
                .init("about", .localized, SurveyTexts.about), .init("kind", .localized, SurveyTexts.kind),
                .init("n", .integer, SurveyTexts.n), .init("invited", .integer, SurveyTexts.invited),
                .init("rate", .number, SurveyTexts.rate), .init("mean", .number, SurveyTexts.mean),
                .init("deviation", .number, SurveyTexts.deviation), .init("agreement", .number, SurveyTexts.agreement),
                .init("lower", .number, SurveyTexts.lower), .init("upper", .number, SurveyTexts.upper),
                .init("alpha", .number, SurveyTexts.alpha), .init("distribution", .text, SurveyTexts.distribution),
            ], rows: rows, notes: SurveyTexts.notes(instrument, seed: seed), suppression: Suppression(floor: floor))
    }
}
