/// What a synthetic cohort did in a course, and what it showed of it.
public struct SimulationResult: Sendable {
    /// One thing that is wrong, or that someone should look at.
    public struct Finding: Sendable {
        public enum Kind: String, Sendable {
            /// Nobody who did all that was asked got there.
            case impossible
            /// A day that is no working day.
            case holiday
            /// Fewer people than a number is shown for.
            case floor
            /// Something that could not be done until the end.
            case stuck
            /// What a module says.
            case module
        }
        public var kind: Kind
        /// What it is about: a requirement, an activity, a report, an action or a module.
        public var place: String
        public var message: Text
    }

    /// How an activity went.
    public struct Activity: Sendable {
        public var id: String
        public var kind: String
        public var begun: Int
        public var done: Int
    }

    /// A requirement with its outcomes.
    public struct Requirement: Sendable {
        public var rule: String
        public var met: Int
        public var unmet: Int
        public var unknown: Int
    }

    public var variant: String
    public var offering: String
    public var participants: Int
    public var seed: UInt64
    /// How many acts were performed.
    public var acts: Int
    public var activities: [Activity]
    /// The requirements in the order of the file, after the whole of them under `all`.
    public var requirements: [Requirement]
    public var findings: [Finding]
    /// The digest of what the store meant at the end: the same for the same seed.
    public var digest: String

    /// Whether nothing was found.
    public var isSound: Bool { findings.isEmpty }
}
