public import GRDB

/// The log of everything that happened: headers in a chain, payloads beside it.
///
/// A header tells when, what, by whom and about which records, all by opaque ids. Its commitment binds the payload, which lies in a table
/// of its own and can be erased; each header's hash covers the hash before it. So nothing can be changed, removed, put in or moved
/// unnoticed, and an erased payload is told from a broken one. Whoever can write the file could make the whole chain anew: against that,
/// keep an anchor elsewhere.
public enum EventLog {
    /// The name of the events that erase payloads.
    ///
    /// Such an event names each event whose payload it erases among its records.
    public static let erasure = "kernel.payload.erased"

    /// The log's head, to be kept elsewhere as an anchor; sequence 0 while the log is empty.
    public static func head(_ db: Database) throws -> EventAnchor {
        let last = try BulkStatement(kept: "SELECT sequence, hash FROM kernel_event ORDER BY sequence DESC LIMIT 1", in: db)
            .first { EventAnchor(sequence: $0.integer(0), hash: Array($0.bytes(1))) }
        return last ?? EventAnchor(sequence: 0, hash: EventHeader.genesis)
    }

    /// Writes one event.
    ///
    /// Runs within the caller's write transaction.
    ///
    /// Handlers emit through their `ActionTransaction` instead; this is for who writes an event outside an action's pipeline.
    public static func append(_ event: NewEvent, action: String, context: inout RunContext, in db: Database) throws -> EventHeader {
        let appender = try EventAppender(db)
        return try appender.append(
            event, action: action, actor: context.actor, at: context.clock.now(), randomness: &context.randomness)
    }

    /// Erases the payloads and salts of events.
    ///
    /// Runs within the caller's write transaction.
    ///
    /// - Parameters:
    ///   - sequences: the events to erase.
    ///   - eraser: the event of that name which lists them among its records, already written.
    public static func erase(payloadsOf sequences: [Int64], by eraser: EventHeader, in db: Database) throws {
        let update = try BulkStatement(
            db, "UPDATE kernel_event_payload SET salt = NULL, payload = NULL, erased_by = ? WHERE event = ? AND erased_by IS NULL")
        for sequence in sequences {
            update.bind(1, eraser.sequence)
            update.bind(2, sequence)
            try update.run()
        }
    }

    /// The canonical JSON of an event's payload; nil if it is erased or there is no such event.
    public static func payload(of sequence: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT payload FROM kernel_event_payload WHERE event = ?", arguments: [sequence])
    }
}
