/// An action that is called by its name, with what it takes described, so that every host can offer it (design, principle 2).
public protocol NamedAction: Sendable {
    var declaration: ActionDeclaration { get }
    /// A sentence or two on what it does.
    var explanation: Text? { get }
    /// The record that it is about; a caller then gives its id.
    var about: RecordType? { get }
    /// The kind of record that it leaves, where that is not the one it is about.
    var concerns: RecordType? { get }
    /// What it takes.
    var fields: [Field] { get }
    /// The names of what must be given.
    var required: [String] { get }
    /// The JSON Schema of what it takes.
    var schema: JSONValue { get }
    /// The relations that may do it.
    var by: [String] { get }
    /// Whether what it answers is told once and never kept, also where it was asked for under the name of a request.
    var tellsOnce: Bool { get }
    /// Whether it takes a one-time token, as what makes an anonymous record does.
    var takesToken: Bool { get }

    /// Authorises, checks and does it, within the transaction.
    ///
    /// - Throws: `DiagnosticsError` for faults in the input, an `ExplainedError` for a refusal; all of it is then taken back.
    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    >

    /// Says whether the actor of the transaction may do it, and why.
    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision
}

extension NamedAction {
    public var explanation: Text? { nil }
    public var concerns: RecordType? { about }
    public var tellsOnce: Bool { false }
    public var takesToken: Bool { false }
    public var name: String { declaration.name }
    public var schema: JSONValue { InputSchema.of(fields, required: required) }
}
