/// A kind of activity, as far as completion needs it.
public struct DeclaredActivity: Sendable {
    /// Whose record completes an activity for a participant.
    public enum Counting: String, Sendable {
        /// The one that belongs to her enrolment.
        case own
        /// One that a group she is a member of has made for the activity, such as the staff of her school.
        case member
    }

    public var module: String
    public var name: String
    public var title: Text?
    /// The full name of the record in which participants do it.
    public var record: String?
    /// The states of that record in which the activity is done; none where its existence is enough.
    public var completed: [String]
    /// Whose record completes it for a participant.
    public var counting: Counting = .own
    public var was: [String]
    /// What its settings are called now, by what they were called.
    var formerSettings: [String: String] = [:]

    public var id: String { "\(module).\(name)" }
    public var label: Text { title ?? Text(verbatim: name) }

    /// The full name and those that it had, which older releases still say.
    var ids: [String] { ([name] + was).map { "\(module).\($0)" } }
}
