import Kernel

/// `assessment.rules`: every rule with its paragraph, its date, its value, where it is set, and what it does.
///
/// Source: UH-forskriften § 9-1, forvaltningsloven 2025 § 13.
struct RulesReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let settings = reading.settings(of: "assessment")
        let attempts = try reading.variants().compactMap { try reading.variant($0).map { ExamTree(body: $0.body.json).attempts } }
        let scales = GradeScales.all(reading.contributions(to: GradeScales.self)).map(\.id)
        let rows = LawRule.all.map { rule -> [Table.Cell] in
            let value: Text
            if rule.id == "scale" {
                value = Text(verbatim: scales.joined(separator: ", "))
            } else if rule.setting == "attempts" {
                value = Text(verbatim: Set(attempts).sorted().map(String.init).joined(separator: ", "))
            } else if let setting = rule.setting {
                value = Self.words(settings[setting])
            } else {
                value = rule.value ?? Text(verbatim: "")
            }
            return [
                .text(rule.id), .text(rule.paragraph), .text(LawSource.consolidated), .localized(value), .localized(rule.place),
                .localized(rule.what),
            ]
        }
        return Table(
            "assessment.rules", title: Text(nb: "Regelkatalog", nn: "Regelkatalog", en: "Rule catalogue"),
            columns: [
                .init("rule", .code, Text(nb: "Regel", nn: "Regel", en: "Rule")),
                .init("paragraph", .text, Text(nb: "Paragraf", nn: "Paragraf", en: "Paragraph")),
                .init("date", .date, Text(nb: "Slik den lød", nn: "Slik han lydde", en: "As consolidated on")),
                .init("value", .localized, Text(nb: "Verdi", nn: "Verdi", en: "Value")),
                .init("where", .localized, Text(nb: "Hvor den settes", nn: "Kvar han blir sett", en: "Where it is set")),
                .init("what", .localized, Text(nb: "Hva den gjør", nn: "Kva han gjer", en: "What it does")),
            ], rows: rows)
    }

    /// A setting as people read it.
    private static func words(_ value: JSONValue?) -> Text {
        if let truth = value?.bool { return truth ? Text(nb: "ja", nn: "ja", en: "yes") : Text(nb: "nei", nn: "nei", en: "no") }
        return Text(verbatim: value?.integer.map(String.init) ?? "")
    }
}
