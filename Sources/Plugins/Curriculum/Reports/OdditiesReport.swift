import Kernel

/// `curriculum.oddities`: what is not as it should be at the publisher, by the latest load that told it.
struct OdditiesReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let kind = try parameters["kind"]?.string.map(Self.kind)
        let code = parameters["code"]?.string.map(CurriculumCode.normal)
        let fields = ["load", "kind", "type", "code", "file", "path", "found"]
        var latest: [[String]: [Table.Cell]] = [:]
        for record in try reading.records(RecordQuery("curriculum.oddity", fields)) {
            func word(_ name: String) -> String? { record[name]?.string }
            guard kind == nil || word("kind") == kind?.rawValue, code == nil || word("code").map(CurriculumCode.normal) == code else {
                continue
            }
            let sort = word("kind").flatMap(OddityKind.init(rawValue:))
            // What has no code is told from the next by its file.
            let key = [
                word("kind") ?? "", word("type") ?? "", word("code") ?? "", word("path") ?? "", word("found") ?? "",
                word("code") == nil ? word("file") ?? "" : "",
            ]
            latest[key] =
                [
                    sort.map { .coded(key[0], $0.name.capitalised) } ?? .text(key[0]), word("type").map(TypeWord.cell) ?? .empty,
                    .optional(word("code")),
                ]
                + [
                    sort.map { .localized($0.text) } ?? .empty, Self.found(word("found"), sort), .optional(word("path")),
                    .optional(word("file")),
                ]
        }
        return Table(
            "curriculum.oddities",
            title: Text(
                nb: "Merkverdigheter i det som er lest inn", nn: "Merkverdigheiter i det som er lese inn",
                en: "Oddities in what was read in"),
            parameters: parameters.shown,
            columns: [
                .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")), .type, .code,
                .init("meaning", .localized, Text(nb: "Hva det betyr", nn: "Kva det tyder", en: "What it means")),
                .init("found", .text, Text(nb: "Det som står der", nn: "Det som står der", en: "What stands there")),
                .init("path", .text, Text(nb: "Sted", nn: "Stad", en: "Place")),
                .init("file", .text, Text(nb: "Fil", nn: "Fil", en: "File")),
            ], rows: latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
    }

    /// What stands there; a language and a school year are called what people call them.
    private static func found(_ word: String?, _ kind: OddityKind?) -> Table.Cell {
        guard let word else { return .empty }
        switch kind {
        case .missingLanguage: return LanguageWord.cell(word)
        case .yearNotCovered: return SchoolYear.text(word).map { .coded(word, $0) } ?? .text(word)
        default: return .text(word)
        }
    }

    /// What a person calls a kind: its code, or its name in any language.
    private static func kind(_ word: String) throws -> OddityKind {
        if let kind = OddityKind(rawValue: word) ?? OddityKind.allCases.first(where: { $0.name.says(word) }) { return kind }
        let names = OddityKind.allCases.flatMap { Array($0.name.byLanguage.values) }
        throw UnknownWord(sort: .oddity, word: word, known: OddityKind.allCases.map(\.rawValue) + names)
    }
}
