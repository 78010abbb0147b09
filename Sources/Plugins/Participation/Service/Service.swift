public import Kernel

/// How long somebody has served, by posts of different size and at the same time.
///
/// Counted in days of a whole post, in hundredths: a day in 60 per cent is 60. Of posts held at once a day counts for no more than 100.
public struct Service: Sendable, Hashable, Comparable {
    /// Hundredths of days.
    public let hundredths: Int

    public init(hundredths: Int) { self.hundredths = hundredths }

    /// - Parameters:
    ///   - periods: may overlap, and come in any order.
    ///   - last: the last day that counts.
    public init(_ periods: [ServicePeriod], until last: Day) {
        var changes: [(day: Int, percent: Int)] = []
        for period in periods {
            let end = min(period.until ?? last, last)
            guard period.from <= end, period.percent > 0 else { continue }
            changes.append((Int(period.from.number), period.percent))
            changes.append((Int(end.number) + 1, -period.percent))
        }
        changes.sort { $0.day < $1.day }
        var (total, percent, day) = (0, 0, 0)
        for change in changes {
            total += (change.day - day) * min(100, percent)
            percent += change.percent
            day = change.day
        }
        hundredths = total
    }

    /// Years of 365.25 days, with one decimal, rounded down.
    public var years: Double { Double(hundredths * 10 / 36_525) / 10 }

    public static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }
}
