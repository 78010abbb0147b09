public import GRDB

extension EventLog {
    /// Checks every header, every payload and the chain between them.
    ///
    /// - Parameter anchor: a head that was kept elsewhere; without one, a log whose end was cut off cannot be told from a shorter log.
    public static func verify(_ db: Database, anchor: EventAnchor? = nil) throws -> EventLogVerification {
        var check = EventLogCheck(anchor: anchor)
        let records = try BulkStatement(db, "SELECT kind, id FROM kernel_event_record WHERE event = ? ORDER BY kind, id")
        let erasing = try BulkStatement(
            db,
            """
            SELECT 1 FROM kernel_event e JOIN kernel_event_record r ON r.event = e.sequence
            WHERE e.sequence = ? AND e.sequence > ? AND e.name = ? AND r.kind = 'kernel.event' AND r.id = ?
            """)
        let rows = try BulkStatement(
            db,
            """
            SELECT \(EventQuery.columns), p.event, p.salt, p.payload, p.erased_by
            FROM kernel_event LEFT JOIN kernel_event_payload p ON p.event = sequence ORDER BY sequence
            """)
        try rows.forEach { row in
            let sequence = row.integer(0)
            let header = try header(row, records: Self.records(of: sequence, records))
            try check.chain(header, hash: Array(row.bytes(9)))
            if row.kind(10) != .null, row.kind(13) == .integer {
                let eraser = row.integer(13)
                erasing.bind(1, eraser)
                erasing.bind(2, sequence)
                erasing.bind(3, copying: erasure)
                erasing.bind(4, copying: String(sequence))
                check.erased(sequence, by: try erasing.first { _ in eraser })
            } else if row.kind(10) != .null, row.kind(12) == .text {
                check.payload(header, salt: Array(row.bytes(11)), payload: row.bytes(12))
            } else {
                check.report(.payloadMissing, sequence)
            }
        }
        let strays = try BulkStatement(
            db,
            """
            SELECT event FROM (SELECT event FROM kernel_event_payload UNION SELECT event FROM kernel_event_record)
            WHERE event NOT IN (SELECT sequence FROM kernel_event) ORDER BY event
            """)
        try strays.forEach { check.report(.stray, $0.integer(0)) }
        return check.finished()
    }
}
