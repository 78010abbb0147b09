import GRDB

/// An action that is done once for each request.
struct RequestedRun: TypedAction {
    let action: any NamedAction
    let environment: ActionEnvironment
    let request: String?

    var declaration: ActionDeclaration { action.declaration }

    /// The action itself authorises, since the right may depend on the record.
    func authorise(_ input: ActionInput, in db: Database, context: RunContext) throws {}

    func check(_ input: ActionInput, in db: Database, context: RunContext) throws -> ActionInput { input }

    func perform(_ input: ActionInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        // A token is once already, to collect and to use, and the row of a request would tie the person to it or to the anonymous record.
        guard let request, input.token == nil, !action.tellsOnce else { return try action.perform(input, in: transaction, environment) }
        let digest = Digest.hex(try input.requested.canonical)
        return try RequestLedger(request: request, action: action.name, digest: digest).once(in: transaction) {
            try action.perform(input, in: transaction, environment)
        }
    }
}
