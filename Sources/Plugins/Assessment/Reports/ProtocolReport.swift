import Kernel

/// `assessment.protocol`: the examiners' protocol: each script by its number, who judged it, how the grade came about, and what happened after.
struct ProtocolReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (offering, exam) = (parameters["offering"]?.string, parameters["activity"]?.string)
        let places = try reading.placesOfCandidates()
        let judgements = Dictionary(grouping: try reading.records("assessment.judgement", where: [])) { $0.whole("script") ?? 0 }
        let decisions = Dictionary(
            try reading.records("assessment.decision", where: []).map { ($0.whole("script") ?? 0, $0) }
        ) { first, _ in first }
        let scales = try reading.scales(of: places.values)
        let fixed = try reading.stateHistory("assessment.script")
        let aftermath = try ProtocolAftermath(reading)
        let zone = reading.time.zone
        var rows: [[Table.Cell]] = []
        for script in try reading.records("assessment.script", where: []) where exam == nil || exam == script.text("activity") {
            let place = places[script.whole("candidate") ?? 0]
            guard offering == nil || offering == place else { continue }
            let scale = place.flatMap { scales[$0] }
            let own = (judgements[Int(script.number)] ?? []).filter { $0.state != "recused" }
            let decision = decisions[Int(script.number)]
            let day = fixed[script.number]?.last { $0.state == "agreed" }.map { zone.day(at: $0.instant) }
            rows.append([
                .text(script.text("activity")), .integer(script.whole("number") ?? 0), day.map { .text($0.description) } ?? .empty,
                .integer(script.whole("examiners") ?? 0), .localized(Self.given(own, scale)),
                decision?.grade("grade", on: scale) ?? .empty, decision.map { .localized($0.label("way")) } ?? .empty,
                Table.Cell(decision?["reason"]?.string), script.stateLabel.map { .localized($0) } ?? .empty,
            ])
            rows += aftermath.events(of: script).map { event in
                [
                    .text(script.text("activity")), .integer(event.candidate), .text(zone.day(at: event.instant).description),
                    event.required.map { .integer($0) } ?? .empty,
                    event.judged.isEmpty ? .empty : .localized(Self.given(event.judged, scale)),
                    event.graded?.grade("grade", on: scale) ?? .empty, .localized(event.what), Table.Cell(event.reason), .empty,
                ]
            }
        }
        return Table(
            "assessment.protocol", title: Text(nb: "Sensurprotokoll", nn: "Sensurprotokoll", en: "Examiners' protocol"),
            parameters: [("offering", offering.map(JSONValue.string) ?? .null), ("activity", exam.map(JSONValue.string) ?? .null)],
            columns: [
                .exam, .number, .init("date", .date, Text(nb: "Dato", nn: "Dato", en: "Date")),
                .init("required", .integer, Text(nb: "Sensorer som kreves", nn: "Sensorar som trengst", en: "Examiners required")),
                .init(
                    "judged", .localized,
                    Text(nb: "Sensorer og hva de satte", nn: "Sensorar og kva dei sette", en: "Examiners and what they set")), .grade,
                .init(
                    "way", .localized,
                    Text(
                        nb: "Hvordan den ble til, og hva som skjedde", nn: "Korleis han vart til, og kva som hende",
                        en: "How it came about, and what happened")),
                .init("reason", .text, Text(nb: "Begrunnelse", nn: "Grunngiving", en: "Reason")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
            ], rows: rows, notes: [LawSource.note])
    }

    /// Who has judged a script, and what each set.
    private static func given(_ judgements: [VisibleRecord], _ scale: GradeScale?) -> Text {
        func list(_ language: Language) -> String {
            judgements.map { judgement in
                var words = judgement.text("assessor")
                if judgement["external"]?.bool == true { words += " (ext)" }
                if judgement["moderates"]?.bool == true { words += " (\(Self.moderator(language)))" }
                if let grade = judgement["grade"]?.string { words += " \(scale?.words(grade)(language) ?? grade)" }
                return words
            }
            .joined(separator: ", ")
        }
        return Text(nb: list(.nb), nn: list(.nn), en: list(.en))
    }

    private static let moderator = Text(nb: "oppmann", nn: "oppmann", en: "moderator")
}
