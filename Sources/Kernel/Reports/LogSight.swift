import GRDB

/// Whether someone may know whom an event is about and who brought it about.
struct LogSight {
    /// How much of an event someone may know.
    enum Extent {
        /// What it is about, and who did it.
        case whole
        /// What happened, but neither to what nor by whom.
        case name
        /// That something happened.
        case nothing
    }

    private let actor: Actor
    private let readsAll: Bool
    private let live: LiveConfiguration
    private let reader: Result<RecordReader, any Error>

    /// - Parameter readsAll: whether the actor reads the whole log.
    init(_ actor: Actor, readsAll: Bool, live: LiveConfiguration, at instant: Instant, in db: Database) {
        self.actor = actor
        self.readsAll = readsAll
        self.live = live
        reader = Result { try RecordReader(live, as: actor, at: instant, in: db) }
    }

    /// What the reader may know of an event.
    ///
    /// What lies under a seal that never ends is not even named, and of kinds that no module here declares any more it is taken that theirs
    /// never does.
    func extent(of event: EventHeader) throws -> Extent {
        if try sees(event) { return .whole }
        return event.records.contains { live.isSealedForGood($0.kind) } ? .nothing : .name
    }

    /// Whether every record of a module that the event names may be read, or the reader brought it about.
    ///
    /// What is not there any more, or lies in a module that is not live, nobody can be said to see. The right to read the whole log is none to
    /// what is written under a seal, also when the seal is broken: there, the record itself must tell her its writer. A module that is set aside
    /// takes no seal with it.
    private func sees(_ event: EventHeader) throws -> Bool {
        if actor != .operator, event.actor == actor.description { return true }
        let formers = live.deadlines.index.formerNames
        let kernel = NewEvent.Source.kernel.module + "."
        for record in event.records where !record.kind.hasPrefix(kernel) {
            guard let type = live.record(formers.current(record.kind)), let number = Int64(record.id) else {
                if readsAll, !live.isUnderSeal(record.kind) { continue }
                return false
            }
            // Of what is gone, whoever reads the whole log is told that it was.
            if readsAll, type.seal == nil { continue }
            if try !(readsAll ? reader.get().tellsWriter(type, number) : reader.get().sees(type, number)) { return false }
        }
        return true
    }
}
