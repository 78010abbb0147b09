public import GRDB

/// What a handler works with while it performs: the open transaction, the run, and the way to the event log.
public final class ActionTransaction {
    /// The open write transaction.
    public let db: Database
    /// The instant of the action, the same for all that it writes.
    public let instant: Instant
    /// The run that the action belongs to; drawing random numbers changes it.
    public var context: RunContext
    private let declaration: ActionDeclaration
    private let actor: Actor
    private var reactions: ReactionRunner?
    private lazy var appender = Result { try EventAppender(db) }
    private(set) var events: [Int64] = []

    init(_ declaration: ActionDeclaration, _ context: RunContext, _ db: Database) throws {
        self.declaration = declaration
        self.context = context
        self.db = db
        actor = context.actor
        instant = try context.clock.now()
    }

    /// Lets modules react to what is emitted from here on.
    func react(with runner: ReactionRunner) { reactions = runner }

    /// Writes a fact to the event log.
    ///
    /// Modules react before this returns.
    ///
    /// - Returns: its header, with its place in the log.
    /// - Throws: what a reaction refuses the action with; the action is then refused, whatever the caller does.
    @discardableResult
    public func emit(_ event: NewEvent) throws -> EventHeader {
        try reactions?.emit(event, in: self) ?? write(event)
    }

    /// Writes a fact to the event log without anyone reacting.
    func write(_ event: NewEvent) throws -> EventHeader {
        let header = try appender.get().append(event, action: declaration.name, actor: actor, at: instant, randomness: &context.randomness)
        events.append(header.sequence)
        return header
    }

    /// Throws if a reaction has refused the action; called before it is committed.
    func checkReactions() throws {
        if let refusal = reactions?.refusal { throw refusal }
    }

    /// What is kept in memory of what was written, to go back to after a savepoint is rolled back.
    struct Mark {
        fileprivate var events: Int
        fileprivate var head: EventAnchor
        fileprivate var context: RunContext
    }

    func mark() throws -> Mark { Mark(events: events.count, head: try appender.get().head, context: context) }

    func rewind(to mark: Mark) {
        events.removeLast(events.count - mark.events)
        context = mark.context
        if case .success(let appender) = appender { appender.rewind(to: mark.head) }
    }
}
