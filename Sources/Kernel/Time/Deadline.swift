/// The last day of a time limit.
public enum Deadline {
    /// What happens to a limit that would end on a day off.
    public enum Roll: String, Sendable, Hashable, CaseIterable {
        /// It ends on that day.
        case none
        /// It ends on the first working day after (domstolloven § 149).
        case nextWorkingDay = "next-working-day"
    }

    /// The last day of a limit that an event sets off; the limit is over when that day is (`TimeZoneRules.endOfDay`).
    ///
    /// The day of the event is not counted, and a limit in weeks ends on the same weekday in the last week (domstolloven § 148). A
    /// limit in working days ends on a working day by itself.
    /// ```swift
    /// // Announced on a Thursday, one week later is skjærtorsdag: the limit ends after Easter.
    /// try Deadline.end(after: Day("2027-03-18"), within: oneWeek, roll: .nextWorkingDay, calendar: norway)  // 2027-03-30
    /// ```
    ///
    /// - Parameters:
    ///   - day: the local day of the event.
    ///   - span: how long the limit is; a duration with hours is refused.
    ///   - roll: what to do if the last day is not a working day.
    ///   - calendar: says which days are working days.
    /// - Throws: `TimeError`.
    public static func end(after day: Day, within span: TimeSpan, roll: Roll, calendar: WorkingCalendar) throws(TimeError) -> Day {
        let last = try span.added(to: day, in: calendar)
        switch roll {
        case .none: return last
        case .nextWorkingDay: return try calendar.nextWorkingDay(onOrAfter: last)
        }
    }
}
