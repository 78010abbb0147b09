import Kernel

/// `assessment.examiners`: how many examiners each part of each variant must have, computed, with the reason.
struct ExaminersReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let wanted = parameters["variant"]?.string
        var rows: [[Table.Cell]] = []
        for id in try reading.variants() where wanted == nil || wanted == id {
            guard let variant = try reading.variant(id) else { continue }
            for part in ExamTree(body: variant.body.json).parts {
                let required = part.required
                rows.append([
                    .text(id), .text(part.exam), .text(part.form), .number(part.credits), .integer(required.total),
                    .integer(required.external),
                    .integer(part.internalExaminers + part.externalExaminers), .localized(required.sentence),
                ])
            }
        }
        return Table(
            "assessment.examiners", title: Text(nb: "Sensorer som kreves", nn: "Sensorar som trengst", en: "Examiners required"),
            parameters: [("variant", wanted.map(JSONValue.string) ?? .null)],
            columns: [
                .init("variant", .code, Text(nb: "Variant", nn: "Variant", en: "Variant")), .exam,
                .init("form", .code, Text(nb: "Prøveform", nn: "Prøveform", en: "Form")),
                .init("credits", .number, unit: "ECTS", Text(nb: "Studiepoeng", nn: "Studiepoeng", en: "Credits")),
                .init("required", .integer, Text(nb: "Kreves", nn: "Trengst", en: "Required")),
                .init("external", .integer, Text(nb: "Eksterne", nn: "Eksterne", en: "External")),
                .init("planned", .integer, Text(nb: "Planlagt", nn: "Planlagt", en: "Planned")),
                .init("why", .localized, Text(nb: "Hvorfor", nn: "Kvifor", en: "Why")),
            ], rows: rows, notes: [LawSource.note])
    }
}

/// Which state of the law the module goes by.
enum LawSource {
    static let consolidated = "2026-08-01"
    static let note = Text(
        nb: "Lovtekst slik den lød \(consolidated).", nn: "Lovtekst slik han lydde \(consolidated).",
        en: "Law as consolidated on \(consolidated).")
}
