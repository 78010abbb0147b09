import GRDB

/// Loads a record with all that it holds, by the system's eyes.
struct RecordLoader {
    let live: LiveConfiguration
    let db: Database

    /// The record of that number; nil where there is none.
    func load(_ type: RecordType, _ number: Int64) throws -> RecordContent? {
        let plan = live.memory.plan(of: type, live)
        guard let row = try Row.fetchOne(db.cachedStatement(sql: plan.sql), arguments: [number]) else { return nil }
        return try plan.content(row, in: db)
    }
}
