import GRDB

/// What many acts in one transaction of the store have in common, each of which has a savepoint of its own.
///
/// It knows of no change that is made past the acts, which alone write events meanwhile, and lives no longer than the transaction.
final class SharedActs {
    let assessor: Assessor
    let writeGuard: WriteGuard
    let appender: EventAppender
    let engine: DeadlineEngine
    let resolver: MomentResolver
    let places: RecordPlaceFinder
    private var writers: [String: RecordWriter] = [:]
    private let live: LiveConfiguration
    private let db: Database
    private var standings: [Actor: Standing] = [:]
    /// Those whose standing an act has changed; nil where it may be anyone's.
    private var forgotten: Set<Actor>? = []
    private let begin: BulkStatement
    private let rollback: BulkStatement
    private let release: BulkStatement

    init(_ live: LiveConfiguration, in db: Database) throws {
        self.live = live
        self.db = db
        assessor = Assessor(live: live, in: db)
        writeGuard = try WriteGuard(db)
        appender = try EventAppender(db)
        engine = DeadlineEngine(live.deadlines, time: live.time, in: db)
        resolver = MomentResolver(live.deadlines.index, time: live.time, in: db)
        places = RecordPlaceFinder(live.deadlines.index, in: db)
        begin = try BulkStatement(db, "SAVEPOINT kernel_act")
        rollback = try BulkStatement(db, "ROLLBACK TO kernel_act")
        release = try BulkStatement(db, "RELEASE kernel_act")
    }

    /// What an actor is, read once until an act changes what anyone is.
    func standing(of actor: Actor, at instant: Instant) throws -> Standing {
        let asked = AskedAt(instant, in: live.timeZone)
        if var known = standings[actor] {
            known.asked = asked
            return known
        }
        let standing = try Standing(actor, at: asked, in: db, memory: live.memory)
        standings[actor] = standing
        return standing
    }

    /// The writer of records of one type, made once.
    func writer(_ type: RecordType) -> RecordWriter {
        if let known = writers[type.id] { return known }
        let writer = RecordWriter(type, in: db)
        writers[type.id] = writer
        return writer
    }

    /// - Parameter actor: whose standing has changed; nil where it may be anyone's.
    func forgetStandings(of actor: Actor?) {
        guard let actor else {
            standings.removeAll(keepingCapacity: true)
            forgotten = nil
            return
        }
        standings[actor] = nil
        forgotten?.insert(actor)
    }

    /// Forgets what an act read of standings that it has changed, which may be what is taken back.
    private func forgetChanged() {
        if let forgotten {
            for actor in forgotten { standings[actor] = nil }
        } else {
            standings.removeAll(keepingCapacity: true)
        }
        forgotten = []
    }

    /// Does one act in a savepoint of its own.
    ///
    /// - Parameter body: says whether what it did stays.
    func savepoint(_ body: () throws -> Bool) throws {
        try begin.run()
        let end = appender.head
        var stays = false
        let result = Result { stays = try body() }
        forgetChanged()
        if !stays {
            try rollback.run()
            appender.rewind(to: end)
        }
        try release.run()
        try result.get()
    }
}
