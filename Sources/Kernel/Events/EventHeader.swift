/// What the event log keeps of an event for good: everything but its payload.
public struct EventHeader: Sendable, Hashable {
    /// The place in the log, from 1 without a gap.
    public var sequence: Int64
    public var instant: Instant
    public var name: String
    public var version: Int
    /// The action that it came from.
    public var action: String
    public var actor: String
    public var source: NewEvent.Source
    /// Sorted, each once.
    public var records: [RecordReference]
    /// SHA-256 of salt and canonical payload, 32 bytes.
    public var commitment: [UInt8]
}
