import GRDB

/// Writes events to the end of the log within one write transaction, with its statements prepared once.
final class EventAppender {
    /// Where the log ends.
    private(set) var head: EventAnchor
    private let insertEvent: BulkStatement
    private let insertRecord: BulkStatement
    private let insertPayload: BulkStatement

    /// Takes up the log where it ends.
    ///
    /// No one else may append until the transaction has ended.
    init(_ db: Database) throws {
        head = try EventLog.head(db)
        insertEvent = try BulkStatement(
            kept: """
                INSERT INTO kernel_event (sequence, instant, name, version, action, actor, module, module_version, commitment, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, in: db)
        insertRecord = try BulkStatement(kept: "INSERT INTO kernel_event_record (event, kind, id) VALUES (?, ?, ?)", in: db)
        insertPayload = try BulkStatement(kept: "INSERT INTO kernel_event_payload (event, salt, payload) VALUES (?, ?, ?)", in: db)
    }

    /// Writes an event.
    ///
    /// - Returns: its header, with the place in the log that it got.
    func append(
        _ event: NewEvent, action: String, actor: Actor, at instant: Instant, randomness: inout Randomness
    ) throws -> EventHeader {
        let payload = try event.payload.canonical
        let salt = randomness.bytes(32)
        let header = EventHeader(
            sequence: head.sequence + 1, instant: instant, name: event.name, version: event.version, action: action,
            actor: actor.description, source: event.source, records: Set(event.records).sorted(),
            commitment: EventHeader.commitment(salt: salt, payload: payload))
        let hash = try header.hash(after: head.hash)
        try insert(header, hash)
        for record in header.records {
            insertRecord.bind(1, header.sequence)
            insertRecord.bind(2, copying: record.kind)
            insertRecord.bind(3, copying: record.id)
            try insertRecord.run()
        }
        insertPayload.bind(1, header.sequence)
        insertPayload.bind(2, copying: salt)
        try payload.withUnsafeBufferPointer { payload in
            insertPayload.bind(3, text: payload)
            try insertPayload.run()
        }
        head = EventAnchor(sequence: header.sequence, hash: hash)
        return header
    }

    /// Goes on from an earlier end, after what was written since has been taken back.
    func rewind(to head: EventAnchor) { self.head = head }

    private func insert(_ header: EventHeader, _ hash: [UInt8]) throws {
        insertEvent.bind(1, header.sequence)
        insertEvent.bind(2, header.instant.microseconds)
        insertEvent.bind(3, copying: header.name)
        insertEvent.bind(4, Int64(header.version))
        insertEvent.bind(5, copying: header.action)
        insertEvent.bind(6, copying: header.actor)
        insertEvent.bind(7, copying: header.source.module)
        insertEvent.bind(8, copying: header.source.version)
        insertEvent.bind(9, copying: header.commitment)
        insertEvent.bind(10, copying: hash)
        try insertEvent.run()
    }
}
