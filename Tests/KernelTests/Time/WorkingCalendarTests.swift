import Testing

@testable import Kernel

@Suite struct WorkingCalendarTests {
    private let norway = WorkingCalendar.norway

    @Test func theHolidaysOf2027() throws {
        let expected = [
            "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-05-17",
            "2027-12-25",
            "2027-12-26",
        ]
        let first = try Day("2027-01-01")
        let all = try (0..<365).map { try first.adding(days: $0) }
        #expect(all.filter { norway.isHoliday($0) }.map(\.description) == expected)
        #expect(all.filter { norway.isWorkingDay($0) }.count == 365 - 104 - 6)
    }

    @Test func twoHolidaysOnOneDayAreBothNamed() throws {
        let day = try Day("2027-05-17")
        #expect(norway.holidays(on: day).map(\.id) == ["constitution-day", "whit-monday"])
        #expect(norway.holiday(on: day)?.id == "constitution-day")
        #expect(norway.holiday(on: day)?.source == "lov 26. april 1947 nr. 1")
        #expect(norway.holiday(on: try Day("2027-05-15")) == nil)
    }

    @Test func christmasEveAndNewYearsEveAreWorkingDays() throws {
        #expect(norway.isWorkingDay(try Day("2026-12-24")))
        #expect(norway.isWorkingDay(try Day("2026-12-31")))
    }

    @Test func addingAgreesWithCountingDayByDay() throws {
        var random = SeededGenerator(8)
        let off: Set<String> = Set(
            try (1990...2060).flatMap { year -> [String] in
                let easter = Easter.day(of: year)
                let bound = try [-3, -2, 0, 1, 39, 49, 50].map { try easter.adding(days: $0).description }
                return bound + ["01-01", "05-01", "05-17", "12-25", "12-26"].map { "\(year)-\($0)" }
            })
        for _ in 0..<1_000 {
            let start = try #require(Day(number: Int.random(in: 10_000...30_000, using: &random)))
            let count = Int.random(in: -60...60, using: &random)
            var (day, left) = (start, abs(count))
            while left > 0 {
                day = try day.adding(days: count.signum())
                if day.weekday < .saturday && !off.contains(day.description) { left -= 1 }
            }
            #expect(try norway.adding(workingDays: count, to: start) == day)
            #expect(norway.workingDays(from: start, to: day) == count)
        }
    }

    @Test func countingIsAntisymmetricBetweenWorkingDays() throws {
        var random = SeededGenerator(9)
        for _ in 0..<500 {
            let a = try norway.nextWorkingDay(onOrAfter: #require(Day(number: Int.random(in: 10_000...30_000, using: &random))))
            let b = try norway.previousWorkingDay(onOrBefore: #require(Day(number: Int.random(in: 10_000...30_000, using: &random))))
            #expect(norway.workingDays(from: a, to: b) == -norway.workingDays(from: b, to: a))
            #expect(try norway.adding(workingDays: norway.workingDays(from: a, to: b), to: a) == b)
        }
    }

    @Test func nextAndPrevious() throws {
        #expect(try norway.nextWorkingDay(onOrAfter: Day("2027-03-25")).description == "2027-03-30")
        #expect(try norway.previousWorkingDay(onOrBefore: Day("2027-03-29")).description == "2027-03-24")
        #expect(try norway.nextWorkingDay(onOrAfter: Day("2027-03-24")).description == "2027-03-24")
    }

    @Test func saturdayCanBeAWorkingDay() throws {
        let calendar = WorkingCalendar.norway(weekend: [.sunday])
        #expect(try calendar.adding(workingDays: 15, to: Day("2026-11-27")).description == "2026-12-15")
    }

    @Test func datesAndLeapDays() throws {
        let calendar = WorkingCalendar(
            id: "x", title: Text(verbatim: "x"), weekend: [],
            holidays: [
                Holiday(id: "leap", rule: .on(month: 2, day: 29), title: nil, source: nil),
                Holiday(id: "planning", rule: .dates([try Day("2027-08-12"), try Day("2027-08-13")]), title: nil, source: "vedtak"),
                Holiday(id: "never", rule: .on(month: 13, day: 40), title: nil, source: nil),
                Holiday(id: "too-far", rule: .easter(10_000), title: nil, source: nil),
            ])
        #expect(calendar.holiday(on: try Day("2028-02-29"))?.id == "leap")
        #expect(calendar.isWorkingDay(try Day("2027-03-01")))
        #expect(calendar.holiday(on: try Day("2027-08-13"))?.id == "planning")
        #expect(calendar.workingDays(from: try Day("2026-12-31"), to: try Day("2027-12-31")) == 363)
    }

    @Test func withoutWorkingDaysArithmeticEnds() throws {
        let closed = WorkingCalendar(id: "x", title: Text(verbatim: "x"), weekend: Set(Weekday.allCases), holidays: [])
        #expect(throws: TimeError.outOfRange) { try closed.nextWorkingDay(onOrAfter: Day("9000-01-01")) }
        #expect(throws: TimeError.outOfRange) { try closed.adding(workingDays: -1, to: Day("2027-01-01")) }
        #expect(throws: TimeError.outOfRange) { try norway.adding(workingDays: .max, to: Day("9990-01-01")) }
    }

    @Test func theEndsOfTheRangeDoNotTrap() {
        for day in [Day.earliest, .latest] { #expect(norway.holidays(on: day).count == (day == .earliest ? 1 : 0)) }
        #expect(norway.workingDays(from: .latest, to: .latest) == 0)
    }
}
