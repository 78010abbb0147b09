import Kernel

/// `curriculum.oddities`: what is not as it should be at the publisher, by the latest load that told it.
struct OdditiesReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let kind = parameters["kind"]?.string
        let code = parameters["code"]?.string.map(CurriculumCode.normal)
        let fields = ["load", "kind", "type", "code", "file", "path", "found"]
        var latest: [[String]: [Table.Cell]] = [:]
        for record in try reading.records(RecordQuery("curriculum.oddity", fields)) {
            func word(_ name: String) -> String? { record[name]?.string }
            guard kind == nil || word("kind") == kind, code == nil || word("code").map(CurriculumCode.normal) == code else { continue }
            let meaning = word("kind").flatMap(OddityKind.init(rawValue:))?.text
            let key = [word("kind") ?? "", word("type") ?? "", word("code") ?? "", word("path") ?? "", word("found") ?? ""]
            latest[key] =
                [.text(key[0]), .optional(word("type")), .optional(word("code"))]
                + [meaning.map(Table.Cell.localized) ?? .empty, .optional(word("found")), .optional(word("path")), .optional(word("file"))]
        }
        return Table(
            "curriculum.oddities",
            title: Text(
                nb: "Merkverdigheter i det som er lest inn", nn: "Merkverdigheiter i det som er lese inn",
                en: "Oddities in what was read in"),
            parameters: parameters.shown,
            columns: [
                .init("kind", .text, Text(nb: "Slag", nn: "Slag", en: "Kind")), .type, .code,
                .init("meaning", .localized, Text(nb: "Hva det betyr", nn: "Kva det tyder", en: "What it means")),
                .init("found", .text, Text(nb: "Det som står der", nn: "Det som står der", en: "What stands there")),
                .init("path", .text, Text(nb: "Sted", nn: "Stad", en: "Place")),
                .init("file", .text, Text(nb: "Fil", nn: "Fil", en: "File")),
            ], rows: latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
    }
}
