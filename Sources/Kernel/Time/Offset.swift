/// A distance in days, weeks, months or working days from the start of a course part or from another activity.
///
/// ```swift
/// try Offset("+2w")                     // two weeks after the start
/// try Offset("3wd before exam.opens")   // three working days before the exam opens
/// ```
public struct Offset: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case days = "d"
        case weeks = "w"
        case months = "m"
        case workingDays = "wd"
    }

    public enum Direction: String, Sendable, Hashable {
        case before, after
    }

    /// One of the two dates of an activity.
    public enum Moment: String, Sendable, Hashable, CaseIterable {
        case opens, due
    }

    /// The activity or gathering that the distance is counted from.
    public struct Anchor: Sendable, Hashable, CustomStringConvertible {
        public let id: String
        /// The date that was named.
        ///
        /// Where it is nil, the nearer one counts: `before` from when the activity opens, `after` from
        /// when it is due.
        public let moment: Moment?

        public init(_ id: String, _ moment: Moment? = nil) {
            self.id = id
            self.moment = moment
        }

        public var description: String { moment.map { "\(id).\($0.rawValue)" } ?? id }
    }

    /// How many units, from -9999 to 9999; negative is earlier.
    public let amount: Int
    public let unit: Unit
    /// `before` only if it was written, or if the amount is negative.
    public let direction: Direction
    /// Nil if the distance is counted from the start.
    public let anchor: Anchor?

    /// No distance from the start.
    public static let zero = Offset(amount: 0, unit: .days, direction: .after, anchor: nil)

    static let largestAmount = 9999

    init(amount: Int, unit: Unit, direction: Direction, anchor: Anchor?) {
        self.amount = amount
        self.unit = unit
        self.direction = direction
        self.anchor = anchor
    }

    /// The day at that distance.
    ///
    /// - Parameters:
    ///   - base: the start, or the date of the activity that `anchor` names.
    ///   - calendar: says which days are working days.
    /// - Throws: `TimeError.outOfRange`.
    public func day(from base: Day, calendar: WorkingCalendar) throws(TimeError) -> Day {
        switch unit {
        case .days: try base.adding(days: amount)
        case .weeks: try base.adding(days: amount * 7)
        case .months: try base.adding(months: amount)
        case .workingDays: try calendar.adding(workingDays: amount, to: base)
        }
    }
}
