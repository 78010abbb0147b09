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
    private lazy var appender = Result { try EventAppender(db) }
    private(set) var events: [Int64] = []

    init(_ declaration: ActionDeclaration, _ context: RunContext, _ db: Database) throws {
        self.declaration = declaration
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
}
