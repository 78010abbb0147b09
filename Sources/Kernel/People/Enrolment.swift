/// That a person takes part in an offering, in a role.
public struct Enrolment: Sendable, Hashable {
    /// Whether she still takes part.
    public enum State: String, Sendable, Hashable {
        case active, ended

        /// What people call it.
        var title: Text {
            switch self {
            case .active: Text(nb: "aktiv", nn: "aktiv", en: "active")
            case .ended: Text(nb: "avsluttet", nn: "avslutta", en: "ended")
            }
        }
    }

    /// The internal key, which events use.
    public var key: Int64
    public var offering: String
    /// The id that the person is known by.
    public var person: String
    public var role: String
    public var state: State
    /// When the enrolment was made.
    public var since: Instant
    /// How often it has changed, from 1.
    public var version: Int
}
