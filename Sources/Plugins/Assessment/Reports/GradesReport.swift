import Kernel

/// `assessment.grades`: the grading list of an exam, as it is filed.
struct GradesReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (offering, exam) = (parameters["offering"]?.string, parameters["activity"]?.string)
        let candidates = Dictionary(
            try reading.records("assessment.candidate", where: []).map { (Int($0.number), $0) }
        ) { first, _ in first }
        let results = try reading.records("assessment.result", where: [])
        let scales = try reading.scales(of: candidates.values.map { $0.text("enrolment").offeringPart })
        let rows = results.compactMap { result -> (String, String, [Table.Cell])? in
            guard let candidate = candidates[result.whole("candidate") ?? 0] else { return nil }
            let (place, person) = (candidate.text("enrolment").offeringPart, candidate.text("enrolment").personPart)
            guard offering == nil || offering == place, exam == nil || exam == candidate.text("activity") else { return nil }
            return (
                place + candidate.text("activity"), person,
                [
                    .text(place), .text(candidate.text("activity")), .text(person), .integer(candidate.whole("attempt") ?? 1),
                    result.grade("grade", on: scales[place]), .localized(result.label("kind")),
                    result.stateLabel.map { .localized($0) } ?? .empty,
                ]
            )
        }
        return Table(
            "assessment.grades", title: Text(nb: "Karakterliste", nn: "Karakterliste", en: "Grading list"),
            parameters: [("offering", offering.map(JSONValue.string) ?? .null), ("activity", exam.map(JSONValue.string) ?? .null)],
            columns: [
                .offering, .exam, .participant, .init("attempt", .integer, Text(nb: "Forsøk", nn: "Forsøk", en: "Attempt")), .grade,
                .init("kind", .localized, Text(nb: "Hvordan det ble til", nn: "Korleis det vart til", en: "How it came about")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
            ],
            rows: rows.enumerated().sorted { ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset) }.map(
                \.element.2),
            notes: [LawSource.note])
    }
}
