import Kernel

/// `curriculum.diff`: what is new, withdrawn, reworded and moved between two loads, or two revisions of a plan.
struct DiffReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let request = try ComparisonRequest(parameters, reading)
        let comparison = try CurriculumComparison(request, threshold: Self.threshold(parameters), reading)
        let only = parameters["change"]?.string.flatMap(ChangeKind.init(rawValue:))
        let type = try parameters["type"]?.string.map { try reading.type($0) }
        let changes = comparison.changes.filter { change in
            (only.map(change.kinds.contains) ?? true) && (type.map { change.item?.type == $0 } ?? true)
        }
        var rows: [[Table.Cell]] = []
        for change in changes {
            let texts = Self.texts(change, reading)
            for (index, text) in texts.enumerated() {
                rows.append([
                    .localized(index == 0 ? change.text : ChangeKind.reworded.text), change.item.map { TypeWord.cell($0.type) } ?? .empty,
                    .optional(change.old?.code), .optional(change.new?.code), PartWord.cell(text.property),
                    .spoken((text.text, text.language)), LanguageWord.cell(text.language),
                    change.item?.bindingCell ?? .empty,
                    .optional(change.old.flatMap(comparison.place)), .optional(change.new.flatMap(comparison.place)),
                    .optional(index == 0 ? change.suggestion?.code : nil),
                    (index == 0 ? change.suggestion?.likeness : nil).map(Table.Cell.number) ?? .empty,
                ])
            }
        }
        return Table(
            "curriculum.diff",
            title: Text(nb: "Hva som er endret", nn: "Kva som er endra", en: "What has changed"), parameters: parameters.shown,
            columns: [
                .init("change", .localized, Text(nb: "Endring", nn: "Endring", en: "Change")), .type,
                .init("old", .text, Text(nb: "Gammel kode", nn: "Gammal kode", en: "Old code")),
                .init("new", .text, Text(nb: "Ny kode", nn: "Ny kode", en: "New code")),
                .init("property", .code, Text(nb: "Del", nn: "Del", en: "Part")), .text, .language, .binding,
                .init("from", .text, Text(nb: "Sto i", nn: "Stod i", en: "Was in")),
                .init("to", .text, Text(nb: "Står i", nn: "Står i", en: "Is in")),
                .init("suggestion", .text, Text(nb: "Ligner på", nn: "Liknar på", en: "Resembles")),
                .init("likeness", .number, Text(nb: "Likhet", nn: "Likskap", en: "Likeness")),
            ], rows: rows,
            notes: [Self.counts(comparison.changes)] + (changes.contains { $0.suggestion != nil } ? [Self.guess] : [])
                + (try reading.notes(changes.compactMap { $0.item?.name })))
    }

    /// How like two texts must be, of the parameter `likeness` in percent.
    static func threshold(_ parameters: Node) -> Double { Double(parameters["likeness"]?.integer ?? 50) / 100 }

    /// The texts of a change: each that was reworded, otherwise the title alone.
    private static func texts(
        _ change: CurriculumChange, _ reading: borrowing some ReportReading & ~Copyable
    ) -> [(property: String, text: String, language: String)] {
        guard change.rewordings.isEmpty else {
            return change.rewordings.map { rewording in
                let (text, language) = rewording.marked(in: reading.language)
                return (rewording.property, text, language)
            }
        }
        guard let item = change.item else { return [] }
        let (text, language) = reading.text(item)
        return [("", text, language)]
    }

    private static func counts(_ changes: [CurriculumChange]) -> Text {
        func line(_ language: Language) -> String {
            let counts = ChangeKind.allCases.map { kind in (kind, changes.count { $0.kinds.contains(kind) }) }.filter { $0.1 > 0 }
            return counts.map { kind, number in kind.counted(number)(language) }.joined(separator: ", ")
        }
        guard !changes.isEmpty else { return Text(nb: "Ingenting er endret.", nn: "Ingenting er endra.", en: "Nothing has changed.") }
        return Text(nb: "I alt: \(line(.nb)).", nn: "I alt: \(line(.nn)).", en: "In all: \(line(.en)).")
    }

    private static let guess = Text(
        nb: "«Ligner på» er et forslag etter hvor mange ord to tekster har felles; utgiveren sier ikke at de hører sammen.",
        nn: "«Liknar på» er eit framlegg etter kor mange ord to tekstar har felles; utgivaren seier ikkje at dei høyrer saman.",
        en: "'Resembles' is a suggestion by how many words two texts share; the publisher does not say that they belong together.")
}
