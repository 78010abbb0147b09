public import GRDB

/// Code that may refuse a transition, or that a record is made or changed: what no declaration can say.
///
/// Called within the transaction, after the right, the state, the window and the needed fields were found in order; where a record names it
/// under `create` or `update`, before the record is made or changed. It writes nothing.
public protocol ActionGuard: Sendable {
    /// Lets the act go on, or throws an `ActRefusal.guarded` or any other `ExplainedError` that says why not.
    func check(_ act: GuardedAct, in db: Database) throws
}

/// What a guard sees of an act.
public struct GuardedAct: Sendable {
    /// The action, for example `assessment.judgement.seal`.
    public var action: String
    public var record: RecordType
    /// 0 where the record is about to be made.
    public var number: Int64
    public var actor: Actor
    /// Every field of the record, whoever may read it, and what the act brings.
    public var values: [String: JSONValue]
    /// Now, as the run has it.
    public var instant: Instant
    /// The settings of the module.
    public var settings: JSONValue
    /// What is live.
    public var live: LiveConfiguration
}

/// Guards of transitions (design 3.4).
///
/// They fail closed: a guard that throws anything refuses the act.
public enum ActionGuards: ExtensionPoint {
    public typealias Contribution = any ActionGuard
    public static var id: String { "kernel.action-guards" }
}
