/// How a clock is set each year, as the footer of a time zone file says it: a POSIX `TZ` string such as
/// `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX.1-2024, 8.3; RFC 9636, 3.3.1).
struct YearlyClockRule: Sendable, Hashable {
    /// A day of every year.
    enum Date: Sendable, Hashable {
        /// `Mm.w.d`: weekday d (0 = Sunday) of week w (5 = the last) of month m.
        case weekday(month: Int, week: Int, daysFromMonday: Int)
        /// `Jn`, from 1 to 365; 29 February is never counted.
        case julian(Int)
        /// `n`, from 0 to 365; 29 February is counted.
        case dayOfYear(Int)
    }

    /// Summer time: its distance from UTC, and when it begins and ends on the clock that holds until then.
    struct Summer: Sendable, Hashable {
        var offset: Int
        var begins: Date
        var beginsAt: Int
        var ends: Date
        var endsAt: Int
    }

    /// No clock is farther from UTC than this many seconds (RFC 9636, 3.2 asks for less than 26 hours).
    static let largestOffset = 26 * 3600

    /// Seconds east of UTC outside summer time.
    var offset: Int
    var summer: Summer?

    /// The period of the rule that a moment lies in.
    ///
    /// - Parameter second: seconds since 1970-01-01T00:00:00Z.
    func period(at second: Int) -> TimeZoneRules.Period {
        guard let summer else { return .init(start: .min, end: .max, offset: offset) }
        let bounded = min(max(second, Day.earliest.startSecond), Day.latest.startSecond)
        let year = LocalTime(secondsSinceEpoch: bounded).day.year
        var changes: [TimeZoneRules.Transition] = []
        for year in year - 1...year + 1 {
            changes.append(.init(at: Self.start(of: summer.begins, in: year) + summer.beginsAt - offset, offset: summer.offset))
            changes.append(.init(at: Self.start(of: summer.ends, in: year) + summer.endsAt - summer.offset, offset: offset))
        }
        // Summer time all the year ends at the moment it begins again: the later change of the list wins.
        changes.sort { $0.at != $1.at ? $0.at < $1.at : $0.offset == offset && $1.offset != offset }
        let next = changes.firstIndex { $0.at > second } ?? changes.endIndex
        return .init(
            start: next > 0 ? changes[next - 1].at : .min, end: next < changes.endIndex ? changes[next].at : .max,
            offset: next > 0 ? changes[next - 1].offset : offset)
    }

    /// The local midnight at which that date of the year begins, as if the clock were UTC's.
    private static func start(of date: Date, in year: Int) -> Int {
        let newYear = daysBefore(year)
        let leap = Day.isLeap(year) ? 1 : 0
        switch date {
        case .julian(let day): return (newYear + day - 1 + (day > 59 ? leap : 0)) * 86_400
        case .dayOfYear(let day): return (newYear + day) * 86_400
        case .weekday(let month, let week, let weekday):
            let length = Day.days(inMonth: month, of: year)
            let first = newYear + (1..<month).reduce(0) { $0 + Day.days(inMonth: $1, of: year) }
            // 1970-01-01 was a Thursday, three days from Monday.
            let toFirst = ((weekday - (first + 3)) % 7 + 7) % 7
            var day = toFirst + (week - 1) * 7
            if day >= length { day -= 7 }  // week 5 is the last, which may be the fourth
            return (first + day) * 86_400
        }
    }

    /// Days from 1970-01-01 to 1 January of a year from 1582 to 10 000, one more at each end than `Day` has.
    private static func daysBefore(_ year: Int) -> Int {
        let y = year - 1
        return 365 * y + y / 4 - y / 100 + y / 400 - 719_162
    }
}
