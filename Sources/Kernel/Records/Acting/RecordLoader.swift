import GRDB

/// Loads a record with all that it holds, by the system's eyes.
struct RecordLoader {
    let live: LiveConfiguration
    let db: Database

    /// The record of that number; nil where there is none.
    func load(_ type: RecordType, _ number: Int64) throws -> RecordContent? {
        guard let visible = try RecordReader(live, as: .system, in: db).find(type, number) else { return nil }
        let place = try place(type, number)
        return RecordContent(
            type: type, number: number, state: visible.state, version: visible.version, author: place.author, offering: place.offering,
            enrolment: place.enrolment, activity: place.activity, owner: place.owner, parent: place.parent,
            values: Dictionary(visible.values.map { ($0.name, $0.value) }) { first, _ in first })
    }

    private func place(_ type: RecordType, _ number: Int64) throws -> (
        author: String?, offering: String?, enrolment: Int64?, activity: Int64?, owner: Int64?, parent: Int64?
    ) {
        let scope = RecordScope(type, row: "r", live: live)
        let parent = type.parent.flatMap { live.record($0) == nil ? nil : type.parentField }.map {
            "r.\(SQLName.quoted(SQLName.column($0)))"
        }
        let columns = [
            type.isAnonymous ? nil : "r._author", scope.offering, scope.enrolment, scope.activity, scope.owner, parent,
        ].map { $0 ?? "NULL" }
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r WHERE r._id = ?",
                arguments: [number])
        else { return (nil, nil, nil, nil, nil, nil) }
        return (row[0], row[1], row[2], row[3], row[4], row[5])
    }
}
