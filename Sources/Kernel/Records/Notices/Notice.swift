/// A letter to a person about a record.
public struct Notice: Sendable, Hashable {
    public var id: Int64
    public var module: String
    /// The name under which the module declares it.
    public var name: String
    public var record: RecordPlace.Step
    /// The recipient's internal key.
    public var person: Int64
    /// The language tag of the text that was chosen.
    public var language: String
    public var subject: String
    public var body: String
    /// When it was written.
    public var announced: Instant
    /// When it reached the person; nil until then.
    public var notified: Instant?
    /// How it reached her.
    public var channel: String?
    /// The event that sent it.
    public var event: Int64
    /// The event of its delivery.
    public var delivery: Int64?
}
