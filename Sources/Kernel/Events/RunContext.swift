/// What an action needs to know of the run it belongs to.
///
/// Passed on, never global.
public struct RunContext: Sendable {
    /// Who acts.
    public var actor: Actor
    /// Where the current instant comes from.
    public var clock: Clock
    /// Where random numbers come from; drawing changes it.
    public var randomness: Randomness
    /// The language that the person reads.
    public var language: Language

    public init(actor: Actor = .operator, clock: Clock = .system, randomness: Randomness = .system, language: Language = .nb) {
        self.actor = actor
        self.clock = clock
        self.randomness = randomness
        self.language = language
    }

    /// The same run with random numbers that go on from elsewhere.
    func drawn(_ randomness: Randomness) -> RunContext {
        RunContext(actor: actor, clock: clock, randomness: randomness, language: language)
    }
}
