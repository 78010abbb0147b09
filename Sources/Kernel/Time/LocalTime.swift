/// A day and a time of day as a clock on the wall shows them, without saying where the wall is.
public struct LocalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let day: Day
    /// Seconds since midnight, 0 to 86 399.
    public let second: Int

    /// - Parameters:
    ///   - day: the date.
    ///   - second: seconds since midnight; nil is returned outside 0 to 86 399.
    public init?(_ day: Day, second: Int) {
        guard (0..<86_400).contains(second) else { return nil }
        self.day = day
        self.second = second
    }

    /// Midnight at the start of the day.
    public init(startOf day: Day) {
        self.day = day
        second = 0
    }

    /// - Parameters:
    ///   - hour: 0 to 23.
    ///   - minute: 0 to 59.
    public init?(_ day: Day, hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.day = day
        self.second = hour * 3600 + minute * 60 + second
    }

    /// For seconds that are known to lie in the range of `Day`.
    init(secondsSinceEpoch seconds: Int) {
        second = (seconds % 86_400 + 86_400) % 86_400
        day = Day(unchecked: (seconds - second) / 86_400)
    }

    public var hour: Int { second / 3600 }
    public var minute: Int { second / 60 % 60 }

    /// Seconds from 1970-01-01 00:00 on the same wall.
    var secondsSinceEpoch: Int { day.startSecond + second }

    /// `2027-03-18T14:30`, with seconds only where there are any.
    public var description: String {
        let minutes = "\(day)T\(twoDigits(hour)):\(twoDigits(minute))"
        return second % 60 == 0 ? minutes : "\(minutes):\(twoDigits(second % 60))"
    }

    public static func < (a: Self, b: Self) -> Bool { a.day != b.day ? a.day < b.day : a.second < b.second }
}
