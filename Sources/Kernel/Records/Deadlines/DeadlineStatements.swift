import GRDB

/// The statements that keep the table of deadlines, prepared once.
struct DeadlineStatements {
    private let upsert: BulkStatement
    private let remove: BulkStatement
    private let removeAll: BulkStatement

    init(_ db: Database) throws {
        upsert = try BulkStatement(
            kept: """
                INSERT INTO kernel_deadline (kind, record, name, base, due, stopped, outer_limit, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, record, name) DO UPDATE SET base = excluded.base, due = excluded.due, stopped = excluded.stopped,
                outer_limit = excluded.outer_limit, chain = excluded.chain
                """, in: db)
        remove = try BulkStatement(kept: "DELETE FROM kernel_deadline WHERE kind = ? AND record = ? AND name = ?", in: db)
        removeAll = try BulkStatement(kept: "DELETE FROM kernel_deadline WHERE kind = ? AND record = ?", in: db)
    }

    /// Keeps a deadline that runs or ran; takes away one that does not run yet.
    func put(_ deadline: DeadlineExplanation) throws {
        guard let base = deadline.base, let due = deadline.due else {
            remove.bind(1, copying: deadline.record.kind)
            remove.bind(2, deadline.record.number)
            remove.bind(3, copying: deadline.name)
            try remove.run()
            return
        }
        upsert.bind(1, copying: deadline.record.kind)
        upsert.bind(2, deadline.record.number)
        upsert.bind(3, copying: deadline.name)
        upsert.bind(4, base.microseconds)
        upsert.bind(5, due.microseconds)
        if let stopped = deadline.stopped { upsert.bind(6, stopped.microseconds) } else { upsert.bindNull(6) }
        if let outer = deadline.outer { upsert.bind(7, outer.microseconds) } else { upsert.bindNull(7) }
        upsert.bind(8, copying: String(decoding: try deadline.json.canonical, as: UTF8.self))
        try upsert.run()
    }

    /// Takes away the deadlines of a record that is no more.
    func delete(_ record: RecordPlace.Step) throws {
        removeAll.bind(1, copying: record.kind)
        removeAll.bind(2, record.number)
        try removeAll.run()
    }
}
