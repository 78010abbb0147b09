/// Which events to read.
///
/// Every condition that is given must hold.
public struct EventFilter: Sendable, Hashable {
    /// Events by this actor.
    public var actor: Actor?
    /// Events about this record.
    public var record: RecordReference?
    /// Events by this person or about her, as a person or as one enrolled.
    public var person: Int64?
    /// Events of this name, or with a name that begins so if it ends in `*`.
    public var name: String?
    /// Events of this action.
    public var action: String?
    /// Events at or after this instant.
    public var since: Instant?
    /// Events before this instant.
    public var until: Instant?
    /// Events after this place in the log.
    public var after: Int64?
    /// At most so many events, the first ones.
    public var limit: Int?

    public init(
        actor: Actor? = nil, record: RecordReference? = nil, person: Int64? = nil, name: String? = nil, action: String? = nil,
        since: Instant? = nil,
        until: Instant? = nil, after: Int64? = nil, limit: Int? = nil
    ) {
        self.actor = actor
        self.record = record
        self.person = person
        self.name = name
        self.action = action
        self.since = since
        self.until = until
        self.after = after
        self.limit = limit
    }
}
