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
    /// The seed that the run was started with, for what is drawn anew each time it is asked for; nil where there is none.
    public var seed: UInt64?

    public init(
        actor: Actor = .operator, clock: Clock = .system, randomness: Randomness = .system, language: Language = .nb, seed: UInt64? = nil
    ) {
        self.actor = actor
        self.clock = clock
        self.randomness = randomness
        self.language = language
        self.seed = seed
    }

    /// The same run with random numbers that go on from elsewhere.
    func drawn(_ randomness: Randomness) -> RunContext {
        RunContext(actor: actor, clock: clock, randomness: randomness, language: language, seed: seed)
    }
}
