public import GRDB

/// A change of state, as code: what it asks for, what it checks, and what it does.
///
/// ```swift
/// struct Rename: TypedAction {
///     let declaration = ActionDeclaration(name: "kernel.organisation.rename", title: …, roles: ["admin"])
///     func check(_ input: RenameInput, in db: Database, context: RunContext) throws -> RenameInput { … }
///     func perform(_ input: RenameInput, in transaction: ActionTransaction) throws -> ActionOutcome<Void> { … }
/// }
/// ```
/// The pipeline calls both within one write transaction, after the actor was found to have the right. Neither may wait for anything
/// outside it.
public protocol TypedAction: Sendable {
    /// What is handed in.
    associatedtype Input: Sendable
    /// What the check made of it.
    associatedtype Checked: Sendable
    /// What the caller is told beyond the result that all actions share.
    associatedtype Effect: Sendable

    /// What the action says of itself.
    var declaration: ActionDeclaration { get }

    /// Lets the actor go on, or throws; where it is not given, the roles of the declaration decide, held in the whole workspace.
    ///
    /// - Throws: `Refusal`.
    func authorise(_ input: Input, in db: Database, context: RunContext) throws

    /// Checks the input against the store. Writes nothing.
    ///
    /// - Throws: `DiagnosticsError` for faults in what a person wrote, an `ExplainedError` for a refusal.
    func check(_ input: Input, in db: Database, context: RunContext) throws -> Checked

    /// Does what was checked, and emits what happened.
    ///
    /// - Throws: whatever stops it; all of it is then taken back.
    func perform(_ checked: Checked, in transaction: ActionTransaction) throws -> ActionOutcome<Effect>
}

extension TypedAction {
    public func authorise(_ input: Input, in db: Database, context: RunContext) throws {
        try Authorisation.require(context.actor, for: declaration.name, roles: declaration.roles, in: db)
    }
}
