/// Records under one with a time limit that keep the limit from ending while they are in one of some states, such as a question without an answer.
public struct DeadlineHold: Sendable, Hashable {
    /// The kind of record, in full.
    public var record: String
    public var states: [String]
    public var span: SourceSpan
}
