import GRDB

/// The keys that records are grouped by along one path: the declared words, or those that occur.
struct GroupKeys {
    private let path: ReportPath
    private let language: Language
    private var found: [String: (text: Text, key: RowOrder.Key)] = [:]

    init(_ path: ReportPath, titles language: Language) {
        self.path = path
        self.language = language
    }

    private static let missing = "\u{0}"

    /// The key of a stored value.
    mutating func name(_ stored: DatabaseValue, rank: DatabaseValue, live: LiveConfiguration) throws -> String {
        let value = try path.json(stored, live: live)
        let name = value.isNull ? Self.missing : value.string ?? value.compact
        guard found[name] == nil else { return name }
        let cell = path.cell(value)
        let text = cell.label ?? Text(verbatim: cell.text(language))
        found[name] = (text, RowOrder.key(cell, rank: rank, value: value, words: path.words, language: language))
        return name
    }

    /// What it comes to when all records are read.
    func dimension(_ id: String, _ title: Text, in db: Database) throws -> Breakdown.Dimension {
        // What a record above has is no one's answer: of that only what occurs has rows.
        guard path.path.count == 1, let words = path.words else {
            let titles = try titles(in: db)
            let keys = found.filter { $0.key != Self.missing }.sorted { ($0.value.key, $0.key) < ($1.value.key, $1.key) }.map {
                Breakdown.Dimension.Key($0.key, titles[$0.key] ?? $0.value.text)
            }
            return Breakdown.Dimension(
                id, title, keys: keys + (found[Self.missing] == nil ? [] : [Self.none]), listsEveryKey: false)
        }
        let keys = words.map { word in
            let value: JSONValue =
                if case .field(let field) = path.end, case .boolean = field.type { .bool(word == "true") } else { .string(word) }
            let cell = path.cell(value)
            if let text = cell.label { return Breakdown.Dimension.Key(word, text) }
            return Breakdown.Dimension.Key(word, Text(nb: cell.text(.nb), nn: cell.text(.nn), en: cell.text(.en)))
        }
        // Whether somebody gave no answer must not show either, so the row is there whenever it could be.
        let mayMiss: Bool =
            if case .field(let field) = path.end, path.path.count == 1 { !field.isRequired } else { found[Self.missing] != nil }
        return Breakdown.Dimension(id, title, keys: keys + (mayMiss ? [Self.none] : []), listsEveryKey: true)
    }

    private static var none: Breakdown.Dimension.Key {
        .init(missing, Text(nb: "Ikke oppgitt", nn: "Ikkje oppgitt", en: "Not given"))
    }

    /// What activities are called.
    private func titles(in db: Database) throws -> [String: Text] {
        let isActivity =
            switch path.end {
            case .record(let target): target == KernelRecord.activity.rawValue
            default: false
            }
        guard isActivity else { return [:] }
        var titles: [String: Text] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT activity, title FROM kernel_activity WHERE title IS NOT NULL ORDER BY key DESC") {
            titles[row[0]] = Text(try JSONValue(parsing: Array((row[1] as String).utf8)).object ?? [])
        }
        return titles
    }
}
