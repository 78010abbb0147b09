/// What a handler did, for the result that all actions share.
public struct ActionOutcome<Effect: Sendable>: Sendable {
    /// The record that the action is about, by the id that people know; nil for an action about many.
    public var id: String?
    /// The state that the record is in.
    public var state: String?
    /// How often the record has changed.
    public var version: Int?
    /// What else the caller is told.
    public var effect: Effect

    public init(id: String? = nil, state: String? = nil, version: Int? = nil, effect: Effect) {
        self.id = id
        self.state = state
        self.version = version
        self.effect = effect
    }
}
