import Kernel

/// What can be shared: its kind, and the field that says what it is in one line.
enum Artefact {
    static let kinds: [(name: String, title: String)] = [
        ("project", "title"), ("aim", "text"), ("source", "title"), ("action", "what"), ("evidence", "text"), ("reflection", "prompt"),
        ("meeting", "title"), ("observation", "focus"), ("lesson-study", "title"), ("visit", "question"), ("need", "text"),
        ("survey", "title"),
    ]

    /// One line that says what a record is, as far as it may be read.
    static func line(_ record: VisibleRecord) -> String {
        let field = kinds.first { $0.name == record.type.name }?.title ?? ""
        let text = record[field]?.string ?? record["text"]?.string ?? ""
        return text.count > 80 ? String(text.prefix(79)) + "…" : text
    }
}

extension VisibleRecord {
    /// Whether the one who asks reads it only because it was shared.
    var isOnlyShared: Bool { relations == ["shared"] }
    func text(_ name: String) -> Table.Cell { Table.Cell(self[name]?.string) }
    func integer(_ name: String) -> Table.Cell { self[name]?.integer.map { .integer($0) } ?? .empty }
    var stateCell: Table.Cell { stateLabel.map { .localized($0) } ?? .empty }

    /// A code in the words of the manifest.
    func code(_ name: String) -> Table.Cell {
        guard let word = self[name]?.string, case .code(let values)? = type.field(name)?.type else { return .empty }
        return .localized(values.first { $0.id == word }?.title ?? Text(verbatim: word))
    }
}
