/// A day off that a calendar lists, whatever weekday it falls on.
public struct Holiday: Sendable, Hashable {
    /// When a holiday falls.
    public enum Rule: Sendable, Hashable {
        /// Every year on that date; 29 February only in leap years.
        case on(month: Int, day: Int)
        /// Every year that many days after Easter Sunday, from -80 to 250.
        case easter(Int)
        /// On those days alone.
        case dates([Day])
    }

    /// The name in the file, for example `new-year`.
    public let id: String
    public let rule: Rule
    /// What people call it; nil where a list of dates gives none.
    public let title: Text?
    /// The paragraph or decision behind it.
    public let source: String?

    /// How far from Easter Sunday a holiday may be, so that it falls in Easter's own year.
    public static let easterOffsets = -80...250

    public init(id: String, rule: Rule, title: Text?, source: String?) {
        self.id = id
        self.rule = rule
        self.title = title
        self.source = source
    }
}
