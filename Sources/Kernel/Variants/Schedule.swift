/// The days of a variant's gatherings and activities in one offering, with how each was reached.
public struct Schedule: Sendable {
    public enum Moment: String, Sendable { case start, opens, due }

    /// One day of the schedule.
    public struct Entry: Sendable {
        /// The gathering or activity.
        public var id: String
        public var part: String
        public var moment: Moment
        public var day: Day
        /// The last day; later than `day` only for a gathering of more than one day.
        public var lastDay: Day
        /// Where the offset or the fixed date was written.
        public var span: SourceSpan
        /// Whether the offering fixes the day.
        public var fixed: Bool
        /// What the day is counted from, as a path such as `offering.start` or `exam.opens`; nil where the offering fixes it.
        public var from: String?
        /// The day that it is counted from.
        public var base: Day?
        /// The distance between the two.
        public var offset: Offset
    }

    /// In the order of the days, then of the ids.
    public let entries: [Entry]
    /// Where each thing's moments stand among the entries.
    private let positions: [String: [Int]]

    /// - Parameter entries: in the order of the days, then of the ids.
    init(_ entries: [Entry] = []) {
        self.entries = entries
        positions = Dictionary(grouping: entries.indices) { entries[$0].id }
    }

    /// The moment of a gathering or activity; nil where the variant gives none.
    public func entry(_ id: String, _ moment: Moment) -> Entry? {
        positions[id]?.lazy.map { entries[$0] }.first { $0.moment == moment }
    }

    /// The day of that moment; nil where the variant gives none.
    public func day(_ id: String, _ moment: Moment) -> Day? { entry(id, moment)?.day }
}
