/// A time limit of a workflow: what sets it off, how long it is, and where it stands written.
public struct DeadlineRule: Sendable {
    /// What becomes of an act that comes after the limit.
    public enum Late: String, Sendable, Hashable {
        /// It is refused.
        case refused
        /// It is refused unless someone has extended the limit, for that record and with a reason.
        case decision
        /// It is done, and marked as late.
        case accepted
    }

    /// A boolean field of the record without which the limit never runs, and why it does not, as a sentence.
    public struct Fact: Sendable, Hashable {
        public var field: String
        public var otherwise: Text?
    }

    /// The setting that says how many of a unit the limit lasts: of the record's activity where that says, otherwise of the module.
    public struct Setting: Sendable, Hashable {
        public var name: String
        public var unit: String
    }

    public var name: String
    public var title: Text?
    public var after: MomentChoice
    public var within: TimeSpan
    /// The field of the record that says how long it is, and stands in for `within`; nil for one that is the same for all.
    public var length: String?
    public var roll: Deadline.Roll
    public var late: Late
    /// The limit no longer runs once this has happened.
    public var stops: MomentChoice?
    /// A limit that nothing moves: no restart and no extension goes beyond it.
    public var outer: (after: MomentChoice, within: TimeSpan)?
    /// What keeps it from ending, up to the outer limit, as long as any of it is so.
    public var openWhile: [DeadlineHold] = []
    /// What must have happened before it runs at all, whatever else it counts from.
    public var once: Moment?
    public var onlyIf: Fact?
    public var setting: Setting?
    /// Paragraph or paper.
    public var source: String?
    public var was: [String]
    public var span: SourceSpan

    public var label: Text { title ?? Text(verbatim: name) }
}
