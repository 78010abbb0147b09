import GRDB

/// When letters about a record, or about records right under it, were written, and when they arrived.
final class LetterMoments {
    private let index: DeclarationIndex
    private let db: Database
    private var statements: [String: BulkStatement] = [:]
    /// The kinds right under one that send a letter, by that kind and the letter.
    private var below: [String: [String: [RecordType]]] = [:]

    init(_ index: DeclarationIndex, in db: Database) {
        self.index = index
        self.db = db
    }

    /// When the last of the letters of a name was written.
    func announced(_ name: String, _ path: String, _ record: RecordPlace.Step) throws -> OccurredMoment? {
        try last(name, "announced", by: "event", path, record)
    }

    /// When a letter of a name last arrived.
    func notified(_ name: String, _ path: String, _ record: RecordPlace.Step) throws -> OccurredMoment? {
        try last(name, "notified", by: "delivery", path, record)
    }

    /// The letters of a name about records right under one that have not arrived, in the order in which they were written.
    func onTheWay(_ name: String, below record: RecordPlace.Step) throws -> [OccurredMoment] {
        try senders(of: name, below: record.kind).flatMap { type -> [OccurredMoment] in
            let query = try statement(Self.select("n.announced, n.event", below: type) + " AND n.notified IS NULL ORDER BY n.event")
            bind(query, name, type, record.number)
            var found: [OccurredMoment] = []
            try query.forEach { found.append(try moment("\(name).announced", $0)) }
            return found
        }
    }

    /// The letters about a record itself that were written after the last that has arrived, and have not arrived, in the order of the log.
    ///
    /// What is decided anew is told by a letter of its own, of the same name or of another one that the limit counts from.
    func onTheWay(again names: [String], _ record: RecordPlace.Step) throws -> [OccurredMoment] {
        guard let type = index.types[record.kind] else { return [] }
        let own = names.filter { type.sends($0) }
        guard !own.isEmpty else { return [] }
        let query = try statement(
            """
            SELECT n.announced, n.event, n.name FROM kernel_notice n WHERE n.kind = ?1 AND n.record = ?4 AND n.module = ?3
            AND n.name IN (SELECT value FROM json_each(?2)) AND n.notified IS NULL AND n.event > (
            SELECT max(a.event) FROM kernel_notice a WHERE a.kind = ?1 AND a.record = ?4 AND a.module = ?3
            AND a.name IN (SELECT value FROM json_each(?2)) AND a.notified IS NOT NULL) ORDER BY n.event
            """)
        bind(query, JSONValue.array(own.map { .string($0) }).compact, type, record.number)
        var found: [OccurredMoment] = []
        try query.forEach { row in found.append(try moment("\(row.text(2)).announced", row)) }
        return found
    }

    /// Letters about the record itself count, and those about records right under it, as reasons are under a result.
    private func last(
        _ name: String, _ column: String, by event: String, _ path: String, _ record: RecordPlace.Step
    ) throws -> OccurredMoment? {
        guard let type = index.types[record.kind] else { return nil }
        let end = " AND n.\(column) IS NOT NULL ORDER BY n.\(event) DESC LIMIT 1"
        let senders = senders(of: name, below: record.kind)
        var found: OccurredMoment?
        if senders.isEmpty || type.sends(name) {
            let query = try statement(
                """
                SELECT n.\(column), n.\(event) FROM kernel_notice n WHERE n.kind = ?1 AND n.name = ?2 AND n.module = ?3 AND n.record = ?4
                """ + end)
            bind(query, name, type, record.number)
            found = try query.first { try moment(path, $0) }
        }
        for type in senders {
            let query = try statement(Self.select("n.\(column), n.\(event)", below: type) + end)
            bind(query, name, type, record.number)
            guard let letter = try query.first({ try moment(path, $0) }) else { continue }
            found = found.map { max($0, letter) } ?? letter
        }
        return found
    }

    /// The kinds right under one that send a letter of a name.
    private func senders(of name: String, below kind: String) -> [RecordType] {
        if let known = below[kind]?[name] { return known }
        let module = index.types[kind]?.module
        let senders = index.types.values.filter { $0.parent == kind && $0.module == module && $0.parentField != nil && $0.sends(name) }
            .sorted { $0.id < $1.id }
        below[kind, default: [:]][name] = senders
        return senders
    }

    private static func select(_ columns: String, below type: RecordType) -> String {
        """
        SELECT \(columns) FROM \(SQLName.quoted(type.table)) c JOIN kernel_notice n ON n.kind = ?1 AND n.record = c._id
        WHERE n.name = ?2 AND n.module = ?3 AND c.\(SQLName.quoted(SQLName.column(type.parentField ?? ""))) = ?4
        """
    }

    private func bind(_ query: BulkStatement, _ name: String, _ type: RecordType, _ number: Int64) {
        query.bind(1, copying: type.id)
        query.bind(2, copying: name)
        query.bind(3, copying: type.module)
        query.bind(4, number)
    }

    private func moment(_ path: String, _ row: borrowing BulkRow) throws -> OccurredMoment {
        guard let instant = Instant(microseconds: row.integer(0)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "instant \(row.integer(0))")
        }
        return OccurredMoment(path, instant, event: row.integer(1))
    }

    private func statement(_ sql: String) throws -> BulkStatement {
        if let known = statements[sql] { return known }
        let statement = try BulkStatement(kept: sql, in: db)
        statements[sql] = statement
        return statement
    }
}
