import GRDB

/// Whether the condition of a transition holds for a record.
struct Conditions {
    let live: LiveConfiguration
    let db: Database
    /// Now.
    let instant: Instant
    /// When a moment of a record is; nil where it has not come about.
    let moment: (Moment, RecordContent) throws -> Instant?

    func holds(_ condition: Condition, for content: RecordContent) throws -> Bool {
        switch condition {
        case .passed(let moment):
            guard let at = try self.moment(moment, content) else { return false }
            return at <= instant
        case .children(let record, let states, let count, _): return try children(record, states, count, of: content)
        case .all(let conditions): return try conditions.allSatisfy { try holds($0, for: content) }
        case .any(let conditions): return try conditions.contains { try holds($0, for: content) }
        }
    }

    private func children(_ record: String, _ states: [String], _ count: Condition.Count, of content: RecordContent) throws -> Bool {
        guard let child = live.record(record), let parent = child.parentField else { return false }
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*), coalesce(sum(_state IN (\(marks))), 0) FROM \(SQLName.quoted(child.table))
                    WHERE \(SQLName.quoted(SQLName.column(parent))) = ?
                    """), arguments: StatementArguments(states) + [content.number])
        guard let row else { return false }
        let (all, fitting): (Int, Int) = (row[0], row[1])
        return switch count {
        case .all: all > 0 && fitting == all
        case .exactly(let wanted): fitting >= wanted
        case .named(let name): try number(name, for: content).map { fitting >= $0 && $0 > 0 } ?? false
        }
    }

    /// A number by name: a field of the record, else a setting of the activity, else a setting of the module.
    private func number(_ name: String, for content: RecordContent) throws -> Int? {
        if let value = content.values[name]?.integer { return value }
        if let activity = content.activity,
            let text = try String.fetchOne(
                db.cachedStatement(sql: "SELECT settings FROM kernel_activity WHERE key = ?"), arguments: [activity]),
            let value = try JSONValue(parsing: Array(text.utf8))[name]?.integer
        {
            return value
        }
        return live.module(content.type.module)?.settings[name]?.integer
    }
}
