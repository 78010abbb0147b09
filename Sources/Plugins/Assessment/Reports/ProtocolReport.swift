import Kernel

/// `assessment.protocol`: the examiners' protocol: each script by its number, who judged it, and how the grade came about.
struct ProtocolReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let exam = parameters["activity"]?.string
        let judgements = Dictionary(grouping: try reading.records("assessment.judgement", where: [])) { $0.whole("script") ?? 0 }
        let decisions = Dictionary(
            try reading.records("assessment.decision", where: []).map { ($0.whole("script") ?? 0, $0) }
        ) { first, _ in first }
        var rows: [[Table.Cell]] = []
        for script in try reading.records("assessment.script", where: []) where exam == nil || exam == script.text("activity") {
            let own = (judgements[Int(script.number)] ?? []).filter { $0.state != "recused" }
            let decision = decisions[Int(script.number)]
            let given = own.map { judgement in
                "\(judgement.text("assessor"))\(judgement["external"]?.bool == true ? " (ext)" : "")\(judgement["grade"]?.string.map { " " + $0 } ?? "")"
            }
            rows.append([
                .text(script.text("activity")), .integer(script.whole("number") ?? 0), .integer(script.whole("examiners") ?? 0),
                .text(given.joined(separator: ", ")), Table.Cell(decision?.text("grade")),
                decision.map { .localized($0.label("way")) } ?? .empty,
                Table.Cell(decision?["reason"]?.string), script.stateLabel.map { .localized($0) } ?? .empty,
            ])
        }
        return Table(
            "assessment.protocol", title: Text(nb: "Sensurprotokoll", nn: "Sensurprotokoll", en: "Examiners' protocol"),
            parameters: [("activity", exam.map(JSONValue.string) ?? .null)],
            columns: [
                .exam, .number,
                .init("required", .integer, Text(nb: "Sensorer som kreves", nn: "Sensorar som trengst", en: "Examiners required")),
                .init(
                    "judged", .text,
                    Text(nb: "Sensorer og hva de satte", nn: "Sensorar og kva dei sette", en: "Examiners and what they set")), .grade,
                .init("way", .localized, Text(nb: "Hvordan den ble til", nn: "Korleis han vart til", en: "How it came about")),
                .init("reason", .text, Text(nb: "Begrunnelse", nn: "Grunngiving", en: "Reason")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
            ], rows: rows, notes: [LawSource.note])
    }
}
