import Glibc

/// A moment in UTC, to the microsecond, from 1583-01-03 to 9999-12-29.
///
/// The ends lie two days inside those of `Day`, so that every instant has a local day in every time zone.
/// Leap seconds are not counted, as in POSIX time.
public struct Instant: Sendable, Hashable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    private init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    public static let earliest = Instant(unchecked: (-141_349 + 2) * 86_400_000_000)
    public static let latest = Instant(unchecked: (2_932_896 - 1) * 86_400_000_000 - 1)

    /// That many microseconds after 1970-01-01T00:00:00Z; nil outside `earliest` to `latest`.
    public init?(microseconds: Int64) {
        let instant = Instant(unchecked: microseconds)
        guard instant >= .earliest, instant <= .latest else { return nil }
        self = instant
    }

    /// That many seconds after 1970-01-01T00:00:00Z; nil outside `earliest` to `latest`.
    public init?(seconds: Int) {
        let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return nil }
        self.init(microseconds: product)
    }

    /// The moment that the machine's clock shows.
    ///
    /// - Throws: `TimeError.outOfRange` if the clock is set outside the range.
    public static func now() throws(TimeError) -> Instant {
        var time = timespec()
        guard clock_gettime(CLOCK_REALTIME, &time) == 0, let seconds = Instant(seconds: Int(time.tv_sec)),
            let instant = Instant(microseconds: seconds.microseconds + Int64(time.tv_nsec / 1000))
        else { throw .outOfRange }
        return instant
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var seconds: Int { Int((microseconds - fraction) / 1_000_000) }
    /// Microseconds after the whole second, 0 to 999 999.
    var fraction: Int64 {
        let remainder = microseconds % 1_000_000
        return remainder < 0 ? remainder + 1_000_000 : remainder
    }

    /// The moment that many seconds later, or earlier if negative.
    public func adding(seconds: Int) throws(TimeError) -> Instant {
        let (product, tooLong) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
        let (sum, tooFar) = microseconds.addingReportingOverflow(product)
        guard !tooLong, !tooFar, let instant = Instant(microseconds: sum) else { throw .outOfRange }
        return instant
    }

    public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }
}
