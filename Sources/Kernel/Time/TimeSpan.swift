/// How long something may take: a calendar duration, or a number of working days.
///
/// Files write `P1Y`, `{weeks: 3}` or `{working-days: 15}`.
public enum TimeSpan: Sendable, Hashable, CustomStringConvertible {
    case duration(CalendarDuration)
    /// 0 or more.
    case workingDays(Int)

    /// That many weeks; nil if the number lies outside 0 to 999 999.
    public static func weeks(_ count: Int) -> TimeSpan? { CalendarDuration(weeks: count).map { .duration($0) } }

    public var description: String {
        switch self {
        case .duration(let duration): duration.description
        case .workingDays(let count): "{working-days: \(count)}"
        }
    }

    /// The day that much later: weeks, months and years by the calendar, working days by the list of holidays.
    ///
    /// - Throws: `TimeError`, also where a duration has hours.
    public func added(to day: Day, in calendar: WorkingCalendar) throws(TimeError) -> Day {
        switch self {
        case .duration(let duration): try duration.added(to: day)
        case .workingDays(let count): try calendar.adding(workingDays: count, to: day)
        }
    }
}
