import GRDB

/// How records of one type are loaded by the system's eyes: one statement for what they hold and where they lie.
struct RecordPlan: Sendable {
    /// Selects the record whose number is bound.
    let sql: String
    private let reading: ReadingPlan
    private let width: Int
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
        width = columns.count
        kinds = scope.line.map(\.kind)
        let all = columns + places.map { $0 ?? "NULL" } + scope.line.map(\.id)
        sql = "SELECT \(all.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r WHERE r._id = ?"
    }

    /// The record in a row; nil where it holds nothing that can be read.
    func content(_ row: Row, in db: Database) throws -> RecordContent? {
        guard let visible = try reading.record(row, needs: [], db: db) else { return nil }
        var content = RecordContent(
            type: reading.type, number: visible.number, state: visible.state, version: visible.version, author: row[width],
            offering: row[width + 1], enrolment: row[width + 2], activity: row[width + 3], owner: row[width + 4], parent: row[width + 5],
            values: Dictionary(visible.values.map { ($0.name, $0.value) }) { first, _ in first })
        for (position, kind) in kinds.enumerated() {
            if let id: Int64 = row[width + 6 + position] { content.references.append(RecordReference(kind, id)) }
        }
        if let enrolment = content.enrolment { content.references.append(.enrolment(enrolment)) }
        if let offering = content.offering { content.references.append(.offering(offering)) }
        if let owner = content.owner { content.references.append(.person(owner)) }
        return content
    }
}
