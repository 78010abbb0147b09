/// Runs actions that are called by name: one, or one for each row of a list, all or nothing.
public struct ActionRunner: Sendable {
    public let environment: ActionEnvironment
    public let store: Store

    public init(environment: ActionEnvironment, store: Store) {
        self.environment = environment
        self.store = store
    }

    /// Performs an action.
    ///
    /// - Parameters:
    ///   - request: a name of the caller's choice; the same one given again is done once, and answers the same.
    ///   - rehearse: whether to take all of it back and only tell what would happen.
    public func perform(
        _ action: any NamedAction, _ input: ActionInput, context: inout RunContext, request: String? = nil, rehearse: Bool = false
    ) throws -> ActionResult<JSONValue> {
        let run = RequestedRun(action: action, environment: environment, request: request)
        return try ActionPipeline.perform(run, input, context: &context, in: store, live: environment.live, rehearse: rehearse)
    }

    /// Performs an action once for each input, in one transaction.
    ///
    /// - Parameters:
    ///   - request: a name of the caller's choice for the whole list; the same one given again is done once, and answers the same.
    ///   - progress: told now and then what part is done, 0 to 1.
    public func performEach(
        _ action: any NamedAction, _ inputs: [ActionInput], context: inout RunContext, request: String? = nil, rehearse: Bool = false,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> ActionResult<JSONValue> {
        let run = EachRun(action: action, environment: environment, request: request, progress: progress)
        return try ActionPipeline.perform(run, inputs, context: &context, in: store, live: environment.live, rehearse: rehearse)
    }
}
