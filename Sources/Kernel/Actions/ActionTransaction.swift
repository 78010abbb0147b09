public import GRDB

/// What a handler works with while it performs: the open transaction, the run, and the way to the event log.
public final class ActionTransaction {
    /// The open write transaction.
    public let db: Database
    /// The instant of the action, the same for all that it writes.
    public let instant: Instant
    /// The run that the action belongs to; drawing random numbers changes it.
    public var context: RunContext
    /// What is live; nil for actions of the kernel that need none of it.
    public let live: LiveConfiguration?
    private let declaration: ActionDeclaration
    /// Digests of files that came with the input and were not there before; swept away if the action is taken back.
    private var newFiles: (store: FileStore, digests: [String])?
    private var writers: [String: RecordWriter] = [:]
    private var knownStanding: Standing?
    private lazy var engine = live.map { DeadlineEngine($0.deadlines, time: $0.time, in: db) }
    private lazy var resolver = live.map { MomentResolver($0.deadlines.index, time: $0.time, in: db) }
    private lazy var places = live.map { RecordPlaceFinder($0.deadlines.index, in: db) }
    private lazy var appender = Result { try EventAppender(db) }
    private(set) var events: [Int64] = []

    init(_ declaration: ActionDeclaration, _ context: RunContext, _ db: Database, live: LiveConfiguration? = nil) throws {
        self.declaration = declaration
        self.live = live
        self.context = context
        self.db = db
        instant = try context.clock.now()
    }

    /// Writes a fact to the event log.
    ///
    /// - Returns: its header, with its place in the log.
    @discardableResult
    public func emit(_ event: NewEvent) throws -> EventHeader {
        let header = try appender.get().append(
            event, action: declaration.name, actor: context.actor, at: instant, randomness: &context.randomness)
        events.append(header.sequence)
        return header
    }

    /// Remembers files that came with the input.
    func brought(_ digests: [String], in files: FileStore) { newFiles = (files, (newFiles?.digests ?? []) + digests) }

    /// Removes the files that came with the input, when the action is taken back.
    func sweepFiles() {
        guard let newFiles else { return }
        newFiles.store.sweep(newFiles.digests)
        self.newFiles = nil
    }

    /// What is live, for actions that cannot do without.
    func requireLive() throws -> LiveConfiguration {
        guard let live else { throw LiveError.nothingApplied }
        return live
    }

    /// Brings the deadlines of a record and of those that count from it up to date.
    func refreshDeadlines(_ kind: String, _ number: Int64) throws { try engine?.refresh(kind, number) }

    /// When a moment of a record is; nil where it has not come about.
    func instant(of moment: Moment, _ content: RecordContent) throws -> Instant? {
        guard let resolver, let place = try places?.find(content.type.id, content.number) else { return nil }
        return try resolver.instant(of: moment, record: place)
    }

    /// Whether time lets a transition be done now.
    ///
    /// - Throws: `WindowRefusal`.
    func window(_ transition: Transition, _ content: RecordContent) throws -> WindowCheck.Outcome {
        guard transition.after != nil || transition.before != nil, let resolver,
            let place = try places?.find(content.type.id, content.number)
        else { return .open }
        return try WindowCheck(resolver).check(transition, of: place, at: instant)
    }

    /// The writer of records of one type, made once.
    func writer(_ type: RecordType) -> RecordWriter {
        if let known = writers[type.id] { return known }
        let writer = RecordWriter(type, in: db)
        writers[type.id] = writer
        return writer
    }

    /// What the actor is here, read once.
    func standing() throws -> Standing {
        if let knownStanding { return knownStanding }
        let standing = try Standing(context.actor, in: db)
        knownStanding = standing
        return standing
    }

    /// Forgets what the actor is, after an action that may have changed it.
    func forgetStanding() { knownStanding = nil }
}
