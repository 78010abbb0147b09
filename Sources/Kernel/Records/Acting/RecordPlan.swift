import GRDB

/// How records of one type are loaded by the system's eyes: one statement for what they hold and where they lie.
struct RecordPlan: Sendable {
    /// Selects the record whose number is bound.
    let sql: String
    /// What they hold alone.
    private let columns: String
    private let reading: ReadingPlan
    private let width: Int32
    /// The kinds of the record and of those above it.
    private let kinds: [String]

    init(_ type: RecordType, live: LiveConfiguration) {
        reading = ReadingPlan(type, standing: Standing.system, live: live)
        let scope = live.memory.scope(of: type, live)
        let parent = type.parent.flatMap { live.record($0) == nil ? nil : type.parentField }.map {
            "r.\(SQLName.quoted(SQLName.column($0)))"
        }
        let places = [type.isAnonymous ? nil : "r._author", scope.offering, scope.enrolment, scope.activity, scope.owner, parent]
        let columns = reading.columns
        width = Int32(columns.count)
        self.columns = columns.joined(separator: ", ")
        kinds = scope.line.map(\.kind)
        let all = columns + places.map { $0 ?? "NULL" } + scope.line.map(\.id)
        sql = "SELECT \(all.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r WHERE r._id = ?"
    }

    /// Selects what the records hold whose place is bound, by number.
    func listing(where place: String) -> String {
        "SELECT \(columns) FROM \(SQLName.quoted(reading.type.table)) r WHERE \(place) = ? ORDER BY r._id"
    }

    /// What a row of such a list holds.
    func record(_ row: borrowing BulkRow, in db: Database) throws -> VisibleRecord? { try reading.record(row, needs: [], db: db) }

    /// The record in a row; nil where it holds nothing that can be read.
    func content(_ row: borrowing BulkRow, in db: Database) throws -> RecordContent? {
        guard let visible = try reading.record(row, needs: [], db: db) else { return nil }
        var content = RecordContent(
            type: reading.type, number: visible.number, state: visible.state, version: visible.version,
            author: row.optionalText(width), offering: row.optionalText(width + 1), enrolment: row.optionalInteger(width + 2),
            activity: row.optionalInteger(width + 3), owner: row.optionalInteger(width + 4), parent: row.optionalInteger(width + 5),
            values: Dictionary(visible.values.map { ($0.name, $0.value) }) { first, _ in first })
        for (position, kind) in kinds.enumerated() {
            if let id = row.optionalInteger(width + 6 + Int32(position)) { content.references.append(RecordReference(kind, id)) }
        }
        if let enrolment = content.enrolment { content.references.append(.enrolment(enrolment)) }
        if let offering = content.offering { content.references.append(.offering(offering)) }
        if let owner = content.owner { content.references.append(.person(owner)) }
        return content
    }
}
