/// A deadline of one record, with every step that led to its last instant.
public struct DeadlineExplanation: Sendable, Hashable {
    /// What a step says.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The moment that the limit counts from.
        case begins
        /// A moment that has happened but does not count, because another is later or earlier.
        case other
        /// A moment that has not happened.
        case waits
        /// How long the limit is, and the day on which that ends.
        case runs
        /// How far from the moment a day of the course lies, and which day that is.
        case placed
        /// A day of the course that the offering fixes.
        case fixed
        /// The last day moved off days that are not working days.
        case rolls
        /// It was extended for this record.
        case extended
        /// The limit that nothing moves.
        case outer
        /// It would have gone beyond the outer limit, and was cut there.
        case cut
        /// Something that is not decided keeps it from ending.
        case held
        /// It no longer runs.
        case stopped
        /// It never runs for this record.
        case never
    }

    /// A day off that was passed over.
    public struct DayOff: Sendable, Hashable {
        public var day: Day
        public var title: Text
        /// The paragraph behind it.
        public var source: String?
    }

    /// One link of the chain; which parts it has depends on its kind.
    public struct Step: Sendable, Hashable {
        public var kind: Kind
        /// The path of a moment.
        public var moment: String?
        public var instant: Instant?
        /// The place in the event log of what brought it about.
        public var event: Int64?
        public var day: Day?
        /// A length in words.
        public var text: Text?
        public var passed: [DayOff] = []

        init(
            _ kind: Kind, moment: String? = nil, instant: Instant? = nil, event: Int64? = nil, day: Day? = nil, text: Text? = nil,
            passed: [DayOff] = []
        ) {
            self.kind = kind
            self.moment = moment
            self.instant = instant
            self.event = event
            self.day = day
            self.text = text
            self.passed = passed
        }
    }

    /// The kind and number of the record.
    public var record: RecordPlace.Step
    public var name: String
    public var title: Text
    /// The paragraph or paper that gives it.
    public var source: String?
    public var late: DeadlineRule.Late
    public var steps: [Step] = []
    /// When what it counts from happened; nil while it does not run.
    public var base: Instant?
    /// The last instant, extended and cut; nil while it does not run.
    public var due: Instant?
    /// What the last instant would be without any extension.
    public var ordinary: Instant?
    /// When it stopped; `due` is then what it was until.
    public var stopped: Instant?
    public var outer: Instant?
}
