/// A length of time as people name it: years, months, weeks, days, and hours, minutes and seconds.
///
/// How long a month or a year is depends on where it begins, so a duration is added to a `Day` or an `Instant`, never converted.
/// ```swift
/// try CalendarDuration("P1M").added(to: Day("2027-01-31")).description  // "2027-02-28"
/// ```
public struct CalendarDuration: Sendable, Hashable {
    /// Each part is 0 to 999 999.
    public let years, months, weeks, days, hours, minutes, seconds: Int

    static let largestPart = 999_999

    /// A length of those parts; nil if one lies outside 0 to 999 999, or if weeks stand beside other parts.
    public init?(
        years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0
    ) {
        for part in [years, months, weeks, days, hours, minutes, seconds] where !(0...Self.largestPart).contains(part) { return nil }
        if weeks > 0 && years + months + days + hours + minutes + seconds > 0 { return nil }
        self.years = years
        self.months = months
        self.weeks = weeks
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
    }

    /// Whether it has hours, minutes or seconds.
    public var hasTime: Bool { timeInSeconds != 0 }

    /// The part below a day, in seconds.
    private var timeInSeconds: Int { hours * 3600 + minutes * 60 + seconds }

    /// The length in seconds, for limits on running work, with days of 24 hours; nil if it has months or years, which have no fixed length.
    public var fixedSeconds: Int? {
        years == 0 && months == 0 ? (weeks * 7 + days) * 86_400 + timeInSeconds : nil
    }

    /// The day that much later: first years and months, with the last day of a shorter month, then weeks and days.
    ///
    /// - Throws: `TimeError.needsTimeOfDay` if it has hours, minutes or seconds; `TimeError.outOfRange`.
    public func added(to day: Day) throws(TimeError) -> Day {
        if hasTime { throw .needsTimeOfDay(self) }
        return try addingDays(to: day)
    }

    /// The instant that much later on the clock of a zone: the date part moves the local date and keeps the time of day, then the
    /// time part is counted in real seconds.
    public func added(to instant: Instant, in zone: TimeZoneRules) throws(TimeError) -> Instant {
        let local = zone.localTime(at: instant)
        let day = try addingDays(to: local.day)
        if day == local.day { return try instant.adding(seconds: timeInSeconds) }
        guard let moved = LocalTime(day, second: local.second) else { throw .outOfRange }
        let whole = try zone.instant(of: moved).adding(seconds: timeInSeconds)
        guard let result = Instant(microseconds: whole.microseconds + instant.fraction) else { throw .outOfRange }
        return result
    }

    private func addingDays(to day: Day) throws(TimeError) -> Day {
        try day.adding(months: years * 12 + months).adding(days: weeks * 7 + days)
    }
}
