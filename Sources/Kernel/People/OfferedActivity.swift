/// An activity as one offering holds it: what it is, and when it opens and is due there.
public struct OfferedActivity: Sendable, Hashable {
    /// Whether the offering's release still has it.
    public enum State: String, Sendable, Hashable {
        case active
        /// The release no longer has it, but there is work in it.
        case retired
    }

    /// The internal key, which records and events use.
    public var key: Int64
    public var offering: String
    /// The part of the course that it belongs to.
    public var part: String
    /// The id that the variant gives it, which is its own within the offering.
    public var activity: String
    /// `<module>.<kind>`.
    public var kind: String
    public var title: Text?
    /// The settings of its kind, defaults filled in.
    public var settings: JSONValue
    /// Whether it exists only for persons for whom it was ordered.
    public var isOnOrder: Bool
    /// The first instant of the day on which it opens.
    public var opens: Instant?
    /// The end of the day on which it is due: the first instant of the day after.
    public var due: Instant?
    /// Its place in the course, from 0.
    public var position: Int
    public var state: State

    /// What people read as its name.
    public var label: Text { title ?? Text(verbatim: activity) }
}
