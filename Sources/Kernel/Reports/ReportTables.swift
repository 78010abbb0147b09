/// Reports as tables: which there are, and what one takes.
public enum ReportTables {
    public static func list(_ catalog: ReportCatalog) -> Table {
        Table(
            "kernel.reports", title: Text(nb: "Rapporter", nn: "Rapportar", en: "Reports"),
            columns: [
                .init("report", .code, Text(nb: "Rapport", nn: "Rapport", en: "Report")),
                .init("title", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("by", .text, Text(nb: "Hvem har lov", nn: "Kven har lov", en: "Who may")),
            ],
            rows: catalog.all.map { [.text($0.name), .localized($0.title), .text($0.by.joined(separator: ", "))] })
    }

    public static func parameters(_ report: any NamedReport) -> Table {
        let required = Set((report.schema["required"]?.array ?? []).compactMap(\.string))
        let rows: [[Table.Cell]] = (report.schema["properties"]?.object ?? []).map { property in
            let texts = (property.value["title"]?.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }
            let words = property.value["enum"]?.array?.compactMap(\.string).joined(separator: " | ")
            return [
                .text("--\(property.key)"), .text(words ?? property.value["type"]?.string ?? ""), .boolean(required.contains(property.key)),
                texts.isEmpty ? .empty : .localized(Text(Dictionary(texts) { first, _ in first })),
            ]
        }
        return Table(
            "kernel.report", title: report.title, parameters: [("report", .string(report.name))],
            columns: [
                .init("parameter", .code, Text(nb: "Parameter", nn: "Parameter", en: "Parameter")),
                .init("type", .code, Text(nb: "Type", nn: "Type", en: "Type")),
                .init("required", .boolean, Text(nb: "Må gis", nn: "Må givast", en: "Required")),
                .init("title", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
            ], rows: rows, notes: report.explanation.map { [$0] } ?? [])
    }
}
