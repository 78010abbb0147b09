/// An event as a subscriber gets it.
public struct DeliveredEvent: Sendable {
    private let stored: StoredEvent
    private let audience: EventAudience
    private let module: String

    init(_ stored: StoredEvent, audience: EventAudience, module: String) {
        self.stored = stored
        self.audience = audience
        self.module = module
    }

    /// Of what is sealed as a whole, without whom it is about and who did it.
    public var header: EventHeader { audience.header(stored.header, for: module, takesPart: false) }
    /// What the event is called now; the header has the name that it was written under.
    public var name: String { audience.formers.successor(of: stored.header.name) }
    /// The place in the log: a subscriber that remembers the last one can tell what it has had.
    public var sequence: Int64 { stored.header.sequence }

    /// What happened in detail; nil where it is erased, sealed as a whole or not for the module, and without what is sealed.
    ///
    /// Read when it is asked for.
    /// - Throws: `DiagnosticsError` if what is stored is damaged.
    public var payload: JSONValue? {
        get throws {
            guard let text = stored.payload, audience.isOpen(from: stored.header.source.module, to: module),
                !audience.isVeiled(stored.header)
            else { return nil }
            return audience.payload(try JSONValue(parsing: Array(text.utf8)), of: stored.header, for: module)
        }
    }
}
