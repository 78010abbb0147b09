/// A transition that time makes happen.
public struct DueCandidate: Sendable, Hashable {
    public var record: RecordPlace.Step
    public var transition: String
    public var title: Text
    /// When it fell due.
    public var since: Instant
}
