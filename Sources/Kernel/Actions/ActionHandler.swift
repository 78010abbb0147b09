/// Code that performs an action which a module's manifest declares.
///
/// Called within the transaction, after the right was found and the input was checked by the declared schema. It changes state through
/// `transaction.records` and tells what happened by `transaction.emit`; whatever it throws takes all of it back.
public protocol ActionHandler: Sendable {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue>
}

/// What a handler is given.
public struct HandledInput: Sendable {
    /// The input, as the manifest's schema has accepted it, with defaults.
    public var values: Node
    /// The record that it is about, with every field.
    public var record: RecordContent?
    /// The settings of the module.
    public var settings: JSONValue
}

/// Coded actions (design 3.4), by the name that the manifest declares under `actions`.
public enum ActionHandlers: ExtensionPoint {
    public typealias Contribution = any ActionHandler
    public static var id: String { "kernel.action-handlers" }
}
