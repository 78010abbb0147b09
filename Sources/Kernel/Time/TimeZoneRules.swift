/// The clock of one place through time: at every instant, how far it is from UTC.
///
/// ```swift
/// let oslo = try TimeZoneRules.load("Europe/Oslo")
/// try oslo.endOfDay(Day("2027-03-18")).description  // "2027-03-18T23:00:00Z"
/// ```
public struct TimeZoneRules: Sendable, Hashable {
    /// Where the rules come from.
    public enum Source: Sendable, Hashable {
        /// The machine's time zone data (RFC 9636), read from that file.
        case file(String)
        /// The rule that the kernel brings, for a machine without time zone data.
        case builtIn
    }

    /// A moment at which the clock was set, and seconds east of UTC from then on.
    struct Transition: Sendable, Hashable {
        var at: Int
        var offset: Int
    }

    /// A stretch of time with one distance from UTC: from `start`, up to and not including `end`.
    struct Period: Sendable, Hashable {
        var start: Int
        var end: Int
        var offset: Int
    }

    /// The IANA name, for example `Europe/Oslo`.
    public let name: String
    public let source: Source
    /// Seconds east of UTC before the first transition.
    let firstOffset: Int
    /// In strictly ascending order.
    let transitions: [Transition]
    /// What holds after the last transition; nil where its offset holds for ever.
    let rule: YearlyClockRule?

    init(name: String, source: Source, firstOffset: Int, transitions: [Transition], rule: YearlyClockRule?) {
        self.name = name
        self.source = source
        self.firstOffset = firstOffset
        self.transitions = transitions
        self.rule = rule
    }

    /// What a clock in the zone shows at that instant.
    public func localTime(at instant: Instant) -> LocalTime {
        LocalTime(secondsSinceEpoch: instant.seconds + offset(at: instant))
    }

    /// The day that it is in the zone at that instant.
    public func day(at instant: Instant) -> Day { localTime(at: instant).day }

    /// Seconds east of UTC at that instant.
    public func offset(at instant: Instant) -> Int { period(at: instant.seconds).offset }

    /// The first instant at which a clock in the zone shows that time.
    ///
    /// Where the clock is set back and shows a time twice, that is the earlier one. Where it is set forward over the time, it is
    /// the moment of the jump, the first at which the clock shows something later.
    ///
    /// - Throws: `TimeError.outOfRange` within two days of the ends of `Day`.
    public func instant(of local: LocalTime) throws(TimeError) -> Instant {
        let wall = local.secondsSinceEpoch
        var period = period(at: wall - YearlyClockRule.largestOffset)
        while wall - period.offset >= period.end { period = self.period(at: period.end) }
        guard let instant = Instant(seconds: max(wall - period.offset, period.start)) else { throw .outOfRange }
        return instant
    }

    /// The first instant of the day.
    public func startOfDay(_ day: Day) throws(TimeError) -> Instant { try instant(of: LocalTime(startOf: day)) }

    /// The instant at which the day is over: 24:00 local, which is the start of the next day.
    ///
    /// A date without a time, such as a day on which something is due, ends here.
    public func endOfDay(_ day: Day) throws(TimeError) -> Instant { try startOfDay(day.adding(days: 1)) }

    /// The period that a moment lies in; `second` counts from 1970-01-01T00:00:00Z.
    func period(at second: Int) -> Period {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= second { low = middle + 1 } else { high = middle }
        }
        let start = low == 0 ? Int.min : transitions[low - 1].at
        if low < transitions.count {
            return Period(start: start, end: transitions[low].at, offset: low == 0 ? firstOffset : transitions[low - 1].offset)
        }
        if let rule {
            var period = rule.period(at: second)
            period.start = max(period.start, start)
            return period
        }
        return Period(start: start, end: .max, offset: transitions.last?.offset ?? firstOffset)
    }
}
