/// Code of a module that acts when something has happened, within the same transaction.
///
/// ```swift
/// struct Greeting: Reaction {
///     let events: EventSelection = ["kernel.enrolment.created"]
///     func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
///         try transaction.db.execute(sql: "INSERT INTO notes_note (text) VALUES ('welcome')")
///     }
/// }
/// ```
/// Called after the event is written, in the order in which the modules are loaded. What it writes and emits becomes true together with the
/// action, or not at all. It may write rows of its own module's tables and emit its own module's events, nothing else, and should be quick: the
/// store waits for it. What need not be true at once belongs in a `Subscriber`.
///
/// A reaction refuses the action by throwing a `ReactionRefusal`. For any other error its binding decides: `fails: closed` refuses the action;
/// `fails: open` takes back what the reaction did, notes it in the log as `kernel.reaction.failed`, and the action goes on.
public protocol Reaction: Sendable {
    /// The events that it hears.
    var events: EventSelection { get }

    /// Acts on an event.
    ///
    /// - Throws: `ReactionRefusal` to refuse the action.
    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws
}

/// Code that acts within the transaction when something has happened (design 3.4).
public enum Reactions: ExtensionPoint {
    public typealias Contribution = any Reaction
    public static var id: String { KernelPoints.reactions }
}
