/// A civil day in the Gregorian calendar, without a time and without a zone, from 1583-01-01 to 9999-12-31.
///
/// A value outside those years cannot be made: arithmetic that would leave them throws `TimeError.outOfRange`.
/// ```swift
/// let start = try Day("2027-01-31")
/// try start.adding(months: 1).description  // "2027-02-28"
/// ```
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01, which is 0.
    public let number: Int32

    /// For numbers that are known to lie in the range.
    init(unchecked number: Int) { self.number = Int32(truncatingIfNeeded: number) }

    /// The first day that can be written: 1583 is the first whole year of the Gregorian calendar.
    public static let earliest = Day(unchecked: -141_349)
    /// The last day that can be written with a year of four digits.
    public static let latest = Day(unchecked: 2_932_896)

    /// The day that many days after 1970-01-01; nil outside `earliest` to `latest`.
    public init?(number: Int) {
        guard number >= -141_349, number <= 2_932_896 else { return nil }
        self.number = Int32(number)
    }

    /// That date; nil if the calendar has no such day or the year is not 1583 to 9999.
    ///
    /// - Parameters:
    ///   - year: 1583 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the last of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1583...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        // Years counted from 1 March, so that the leap day is the last of its year.
        let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let beforeYear = 365 * y + y / 4 - y / 100 + y / 400
        // From March, months of 31, 30, 31, 30, 31 days repeat: 153 days in five months.
        let beforeMonth = (153 * m + 2) / 5
        number = Int32(beforeYear + beforeMonth + day - 1 - 719_468)
    }

    /// Year, month and day of the month.
    public var date: (year: Int, month: Int, day: Int) {
        let n = Int(number) + 719_468  // from 0000-03-01; never negative in the range of `Day`
        let (era, inEra) = (n / 146_097, n % 146_097)
        let yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * inYear + 2) / 153
        let day = inYear - (153 * m + 2) / 5 + 1
        let year = era * 400 + yearOfEra
        return m < 10 ? (year, m + 3, day) : (year + 1, m - 9, day)
    }

    public var year: Int { date.year }

    public var weekday: Weekday { Weekday.allCases[daysFromMonday] }

    /// 0 for Monday to 6 for Sunday.
    ///
    /// 1970-01-01 was a Thursday; 141 351 is a multiple of 7 that makes the sum positive.
    var daysFromMonday: Int { (Int(number) + 3 + 141_351) % 7 }

    /// The midnight at its start, in seconds from 1970-01-01 00:00 on the same wall.
    var startSecond: Int { Int(number) * 86_400 }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days a month has.
    ///
    /// - Parameter month: 1 to 12.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// How many days later the other day is; negative if it is earlier.
    public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

    /// The day that many days later, or earlier if negative.
    public func adding(days: Int) throws(TimeError) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        guard !overflow, let day = Day(number: sum) else { throw .outOfRange }
        return day
    }

    /// The same date that many months later, or the last of that month where it is shorter.
    public func adding(months: Int) throws(TimeError) -> Day {
        let (year, month, day) = date
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, count >= 1583 * 12, count < 10_000 * 12 else { throw .outOfRange }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        guard let result = Day(year: newYear, month: newMonth, day: newDay) else { throw .outOfRange }
        return result
    }

    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
