import GRDB

/// Whether someone sees the records that an event is about.
struct LogSight {
    private let actor: Actor
    private let live: LiveConfiguration
    private let reader: Result<RecordReader, any Error>

    init(_ actor: Actor, live: LiveConfiguration, at instant: Instant, in db: Database) {
        self.actor = actor
        self.live = live
        reader = Result { try RecordReader(live, as: actor, at: instant, in: db) }
    }

    /// Whether every record of a module that the event names may be read, or the reader brought it about.
    ///
    /// What is not there any more, or lies in a module that is not live, nobody can be said to see.
    func sees(_ event: EventHeader) throws -> Bool {
        if actor != .operator, event.actor == actor.description { return true }
        for record in event.records where KernelRecord(rawValue: record.kind) == nil {
            guard let type = live.record(record.kind), let number = Int64(record.id) else {
                if actor == .operator { continue }
                return false
            }
            // Of what is gone, the operator is told that it was.
            if actor == .operator, type.seal == nil { continue }
            if try !reader.get().sees(type, number) { return false }
        }
        return true
    }
}
