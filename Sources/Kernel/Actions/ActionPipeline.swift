import GRDB

/// The one way in: every change of state goes through here.
public enum ActionPipeline {
    /// Authorises, checks and performs an action, in one transaction with its events.
    ///
    /// ```swift
    /// var context = RunContext(actor: .operator)
    /// let result = try ActionPipeline.perform(EnrolmentAction(), input, context: &context, in: store)
    /// ```
    /// - Parameters:
    ///   - handler: the action.
    ///   - input: what was handed in.
    ///   - context: the run; if the action is done, its random numbers go on from there.
    ///   - store: open for writing.
    ///   - live: what is live, for actions that work on modules' records.
    ///   - rehearse: whether to take all of it back and only tell what would happen (`--dry-run`).
    ///   - registry: the modules that react to what happens; nil for none.
    ///   - audience: what the modules may know of events.
    /// - Throws: `Refusal`, `DiagnosticsError`, `StoreError`, or what the handler throws; nothing has then changed.
    public static func perform<Handler: TypedAction>(
        _ handler: Handler, _ input: Handler.Input, context: inout RunContext, in store: Store, live: LiveConfiguration? = nil,
        rehearse: Bool = false, registry: Registry? = nil, audience: EventAudience? = nil
    ) throws -> ActionResult<Handler.Effect> {
        let declaration = handler.declaration
        let run = context
        func body(_ db: Database) throws -> (ActionResult<Handler.Effect>, RunContext) {
            try handler.authorise(input, in: db, context: run)
            let transaction = try ActionTransaction(declaration, run, db, live: live)
            if let registry = registry ?? live?.registry {
                try transaction.listen(registry, audience: audience ?? live?.audience ?? EventAudience())
            }
            var isKept = false
            // Still under the write lock, so that no one else can have come to rely on such a file.
            defer { if !isKept { transaction.sweepFiles() } }
            let checked = try handler.check(input, in: db, context: run)
            let outcome = try handler.perform(checked, in: transaction)
            try transaction.checkReactions()
            isKept = !rehearse
            return (
                ActionResult(outcome: outcome, events: rehearse ? [] : transaction.events, isRehearsal: rehearse), transaction.context
            )
        }
        guard !rehearse else { return try store.rehearse(referencesAtEnd: declaration.checksReferencesAtEnd, body).0 }
        let (result, after) = try store.write(
            durability: declaration.durability, referencesAtEnd: declaration.checksReferencesAtEnd, body)
        context = after
        return result
    }
}
