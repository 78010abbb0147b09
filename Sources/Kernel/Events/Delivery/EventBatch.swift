import GRDB

/// A stretch of the log, read at once.
struct EventBatch {
    /// The events that someone hears, in order.
    var events: [StoredEvent] = []
    /// The last event of the stretch, heard or not; nil where the log ends before it.
    var end: Int64?

    /// Reads up to `limit` events after `position`.
    ///
    /// - Parameter isHeard: whether anyone hears an event of that name.
    init(after position: Int64, limit: Int, in db: Database, isHeard: (String) -> Bool) throws {
        let rows = try BulkStatement(
            db,
            """
            SELECT \(EventQuery.columns), p.payload FROM kernel_event LEFT JOIN kernel_event_payload p ON p.event = sequence
            WHERE sequence > ? ORDER BY sequence LIMIT ?
            """)
        let records = try BulkStatement(db, "SELECT kind, id FROM kernel_event_record WHERE event = ? ORDER BY kind, id")
        rows.bind(1, position)
        rows.bind(2, Int64(limit))
        var texts = RecentTexts()
        var last = (name: "", isHeard: false)
        try rows.forEach { row in
            end = row.integer(0)
            let name = texts.text(row, 2)
            if name != last.name { last = (name, isHeard(name)) }
            guard last.isHeard else { return }
            guard let instant = Instant(microseconds: row.integer(1)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "instant of event \(row.integer(0))")
            }
            let header = EventHeader(
                sequence: row.integer(0), instant: instant, name: name, version: Int(row.integer(3)), action: texts.text(row, 4),
                actor: texts.text(row, 5), source: .init(module: texts.text(row, 6), version: texts.text(row, 7)),
                records: try EventLog.records(of: row.integer(0), records), commitment: Array(row.bytes(8)))
            events.append(StoredEvent(header: header, payload: row.optionalText(10)))
        }
    }
}

/// Texts of a result's columns that are often the same from row to row, so that each is made once.
private struct RecentTexts {
    private var texts = [String](repeating: "", count: 10)

    mutating func text(_ row: borrowing BulkRow, _ column: Int32) -> String {
        let bytes = row.bytes(column)
        let index = Int(column)
        let isSame = texts[index].utf8.withContiguousStorageIfAvailable { $0.count == bytes.count && $0.elementsEqual(bytes) }
        if isSame != true { texts[index] = String(decoding: bytes, as: UTF8.self) }
        return texts[index]
    }
}
