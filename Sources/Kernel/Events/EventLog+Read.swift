public import GRDB

extension EventLog {
    /// The headers of the events that fit, in the order of the log.
    ///
    /// - Parameter formers: the names under which events from before a renaming are found as well.
    public static func read(
        _ filter: EventFilter = EventFilter(), formers: FormerNames = FormerNames([]), in db: Database
    ) throws -> [EventHeader] {
        let query = EventQuery(filter, formers)
        let events = try BulkStatement(db, query.sql, query.arguments)
        let records = try BulkStatement(db, "SELECT kind, id FROM kernel_event_record WHERE event = ? ORDER BY kind, id")
        var headers: [EventHeader] = []
        try events.forEach { row in
            headers.append(try header(row, records: Self.records(of: row.integer(0), records)))
        }
        return headers
    }

    /// The header in a row of `EventQuery.columns`.
    static func header(_ row: borrowing BulkRow, records: [RecordReference]) throws -> EventHeader {
        guard let instant = Instant(microseconds: row.integer(1)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "instant of event \(row.integer(0))")
        }
        return EventHeader(
            sequence: row.integer(0), instant: instant, name: row.text(2), version: Int(row.integer(3)), action: row.text(4),
            actor: row.text(5),
            source: NewEvent.Source(module: row.text(6), version: row.text(7)), records: records, commitment: Array(row.bytes(8)))
    }

    static func records(of sequence: Int64, _ statement: BulkStatement) throws -> [RecordReference] {
        var records: [RecordReference] = []
        statement.bind(1, sequence)
        try statement.forEach { row in records.append(RecordReference(row.text(0), row.text(1))) }
        return records
    }
}
