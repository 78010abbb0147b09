import GRDB

/// Finds records by the words in them.
///
/// It says how well records fit that a reader has been given; only fields that she may read of a record count for it.
struct RecordSearch {
    private let type: RecordType
    private let words: SearchWords
    private let db: Database

    /// - Throws: `DiagnosticsError` for a kind of record that has no searched fields.
    init(_ type: RecordType, _ text: String, in db: Database) throws {
        guard !type.search.isEmpty else { throw DiagnosticsError(.notSearched(type.id)) }
        self.type = type
        words = SearchWords(text)
        self.db = db
    }

    /// The records that fit, those with the words as they are written first, then the best.
    func sorted(_ records: [VisibleRecord]) throws -> [VisibleRecord] {
        var groups: [[String]: [VisibleRecord]] = [:]
        for record in records { groups[type.search.filter { record[$0] != nil }, default: []].append(record) }
        var found: [(record: VisibleRecord, isExact: Bool, rank: Double)] = []
        for (fields, records) in groups {
            guard let expression = words.expression(fields), let exact = words.expression(fields, exactly: true) else { continue }
            let ranks = try ranks(expression)
            let written = try self.ranks(exact)
            for record in records {
                if let rank = ranks[record.number] { found.append((record, written[record.number] != nil, rank)) }
            }
        }
        return found.sorted { a, b in
            a.isExact != b.isExact ? a.isExact : a.rank != b.rank ? a.rank < b.rank : a.record.number < b.record.number
        }.map(\.record)
    }

    /// Every record that fits an expression, with its rank: the less the better.
    private func ranks(_ expression: String) throws -> [Int64: Double] {
        let table = SQLName.quoted(SQLName.search(table: type.table))
        var ranks: [Int64: Double] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT rowid, bm25(\(table)) FROM \(table) WHERE \(table) MATCH ?", arguments: [expression])
        while let row = try rows.next() { ranks[row[0]] = row[1] }
        return ranks
    }
}

extension Diagnostic {
    static func notSearched(_ record: String) -> Diagnostic {
        Diagnostic(
            "input/not-searched", .error,
            Text(nb: "\(record) kan ikke søkes i", nn: "\(record) kan ein ikkje søkje i", en: "\(record) cannot be searched"), at: nil,
            help: Text(
                nb: "modulen sier ikke hvilke felt det søkes i («search»)", nn: "modulen seier ikkje kva felt det blir søkt i («search»)",
                en: "the module does not say which fields are searched ('search')"))
    }
}
