/// An event as it stands in the log, as a module sees it.
public struct RecordedEvent: Sendable {
    public let header: EventHeader
    /// What happened in detail; nil where the payload is not for the module.
    public let payload: JSONValue?

    public var name: String { header.name }
}
