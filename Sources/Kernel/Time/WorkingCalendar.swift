/// Which days are working days in a place, as a file of data says it: a weekend and a list of holidays.
///
/// ```swift
/// let delivered = try Day("2026-12-11")
/// try norway.adding(workingDays: 15, to: delivered).description  // "2027-01-05"
/// ```
public struct WorkingCalendar: Sendable, Hashable {
    public let id: String
    public let title: Text
    /// The weekdays that are not working days.
    public let weekend: Set<Weekday>
    /// In the order of the file.
    public let holidays: [Holiday]
    /// The date up to which the law behind the list is taken in.
    public let consolidated: Day?

    /// Holidays that belong to a slot, as positions in `holidays`.
    private typealias Slots = [[Int]]

    private let weekendBits: UInt8
    /// By month * 32 + day.
    private let fixed: Slots
    /// By days from the earliest offset from Easter.
    private let easterBound: Slots
    private let dated: [Day: [Int]]

    /// - Parameters:
    ///   - weekend: the weekdays off. With all seven there is no working day, and arithmetic throws `TimeError.outOfRange`.
    ///   - holidays: in the order in which they are named where several fall on one day. A rule outside its range never applies.
    public init(id: String, title: Text, weekend: Set<Weekday>, holidays: [Holiday], consolidated: Day? = nil) {
        self.id = id
        self.title = title
        self.weekend = weekend
        self.holidays = holidays
        self.consolidated = consolidated
        weekendBits = weekend.reduce(0) { $0 | 1 << UInt8($1.rawValue - 1) }
        var fixed = Slots(repeating: [], count: 13 * 32)
        var easterBound = Slots(repeating: [], count: Holiday.easterOffsets.count)
        var dated: [Day: [Int]] = [:]
        for (position, holiday) in holidays.enumerated() {
            switch holiday.rule {
            case .on(let month, let day):
                guard (1...12).contains(month), (1...31).contains(day) else { continue }
                fixed[month * 32 + day].append(position)
            case .easter(let offset):
                guard Holiday.easterOffsets.contains(offset) else { continue }
                easterBound[offset - Holiday.easterOffsets.lowerBound].append(position)
            case .dates(let days): for day in days { dated[day, default: []].append(position) }
            }
        }
        self.fixed = fixed
        self.easterBound = easterBound
        self.dated = dated
    }

    /// The holidays that fall on that day, in the order of the file.
    ///
    /// A plain Saturday or Sunday has none.
    public func holidays(on day: Day) -> [Holiday] {
        let (fixed, easter, dated) = slots(of: day)
        return (fixed + easter + dated).sorted().map { holidays[$0] }
    }

    /// The holiday that falls on that day; the first of the file where several do.
    public func holiday(on day: Day) -> Holiday? { holidays(on: day).first }

    public func isHoliday(_ day: Day) -> Bool {
        let (fixed, easter, dated) = slots(of: day)
        return !(fixed.isEmpty && easter.isEmpty && dated.isEmpty)
    }

    /// Whether the weekday is one of the weekend's.
    public func isWeekend(_ day: Day) -> Bool { weekendBits >> UInt8(day.daysFromMonday) & 1 == 1 }

    public func isWorkingDay(_ day: Day) -> Bool { !isWeekend(day) && !isHoliday(day) }

    private func slots(of day: Day) -> (fixed: [Int], easter: [Int], dated: [Int]) {
        let date = day.date
        let fromEasterSlot = Easter.day(of: date.year).distance(to: day) - Holiday.easterOffsets.lowerBound
        return (
            fixed[date.month * 32 + date.day],
            easterBound.indices.contains(fromEasterSlot) ? easterBound[fromEasterSlot] : [],
            dated.isEmpty ? [] : dated[day] ?? []
        )
    }
}
