/// An event as it was read from the log, shared by all who are told of it.
final class StoredEvent: Sendable {
    let header: EventHeader
    /// Canonical JSON; nil where it is erased.
    let payload: String?

    init(header: EventHeader, payload: String?) {
        self.header = header
        self.payload = payload
    }
}
