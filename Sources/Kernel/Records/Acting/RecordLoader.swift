import GRDB

/// Loads a record with all that it holds, by the system's eyes.
struct RecordLoader {
    let live: LiveConfiguration
    let db: Database

    /// The record of that number; nil where there is none.
    func load(_ type: RecordType, _ number: Int64) throws -> RecordContent? {
        let plan = live.memory.plan(of: type, live)
        let query = try BulkStatement(kept: plan.sql, in: db)
        query.bind(1, number)
        return try query.first { try plan.content($0, in: db) } ?? nil
    }
}
