import Testing

@testable import Kernel

@Suite struct DayTests {
    /// Every day of the range in turn, counted by hand; independent of the arithmetic in `Day`.
    private struct SlowCalendar {
        var year = 1583, month = 1, day = 1
        var daysFromMonday = 5  // 1583-01-01 was a Saturday

        private var lastOfMonth: Int {
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        }

        mutating func advance() {
            daysFromMonday = (daysFromMonday + 1) % 7
            day += 1
            if day > lastOfMonth {
                day = 1
                month += 1
            }
            if month > 12 {
                month = 1
                year += 1
            }
        }
    }

    @Test func everyDayAgreesWithACalendarCountedByHand() {
        var slow = SlowCalendar()
        var wrong = 0
        for number in Int(Day.earliest.number)...Int(Day.latest.number) {
            guard let day = Day(number: number) else {
                wrong += 1
                continue
            }
            let date = day.date
            if date.year != slow.year || date.month != slow.month || date.day != slow.day { wrong += 1 }
            if day.weekday.rawValue != slow.daysFromMonday + 1 { wrong += 1 }
            if Day(year: slow.year, month: slow.month, day: slow.day) != day { wrong += 1 }
            slow.advance()
        }
        #expect(wrong == 0)
        #expect((slow.year, slow.month, slow.day) == (10_000, 1, 1))
    }

    @Test func epochIsAThursday() throws {
        let day = try Day("1970-01-01")
        #expect(day.number == 0)
        #expect(day.weekday == .thursday)
        #expect(try Day("2027-03-18").weekday == .thursday)
    }

    @Test func textRoundTrips() throws {
        var random = SeededGenerator(1)
        for _ in 0..<5_000 {
            let day = try #require(Day(number: Int.random(in: -141_349...2_932_896, using: &random)))
            #expect(try Day(day.description) == day)
        }
        #expect(Day.earliest.description == "1583-01-01")
        #expect(Day.latest.description == "9999-12-31")
    }

    @Test(arguments: [
        ("", 0..<0), ("2027", 4..<4), ("2027-3-18", 6..<7), ("2027-03-1", 9..<9), ("27-03-18", 2..<3), ("2027-02-29", 8..<10),
        ("2027-02-30", 8..<10), ("2027-13-01", 5..<7), ("2027-00-01", 5..<7), ("2027-01-00", 8..<10), ("1582-10-15", 0..<4),
        ("0000-01-01", 0..<4),
        ("2027-03-18 ", 10..<11), (" 2027-03-18", 0..<1), ("2027-03-18T12:00", 10..<16), ("+2027-03-18", 0..<1), ("2027–03–18", 4..<7),
        ("２０２７-03-18", 0..<3), ("2027-0٣-18", 6..<8), ("10000-01-01", 4..<5), ("no", 0..<1), ("2027/03/18", 4..<5), ("1900-02-29", 8..<10),
    ])
    func faultsNameThePlace(_ text: String, _ range: Range<Int>) throws {
        let fault = try #require(throws: StringFault.self) { try Day(text) }
        #expect(fault.range == range)
        #expect(Set(fault.reason.byLanguage.keys) == ["nb", "nn", "en"])
    }

    @Test func aLongStringIsNotRepeatedInItsMessage() throws {
        let fault = try #require(throws: StringFault.self) { try Day(String(repeating: "å", count: 1_000_000)) }
        #expect(fault.reason(.en).count < 100)
    }

    @Test(arguments: [
        ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2027-01-31", 3, "2027-04-30"), ("2027-12-31", 2, "2028-02-29"),
        ("2027-03-31", -1, "2027-02-28"), ("2027-01-15", -13, "2025-12-15"), ("2027-05-17", 0, "2027-05-17"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", -48, "2024-02-29"),
    ])
    func monthsKeepTheDateOrEndTheMonth(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try Day(from).adding(months: months).description == to)
    }

    @Test func daysAddUp() throws {
        var random = SeededGenerator(2)
        for _ in 0..<2_000 {
            let day = try #require(Day(number: Int.random(in: -100_000...2_000_000, using: &random)))
            let (a, b) = (Int.random(in: -9_000...9_000, using: &random), Int.random(in: -9_000...9_000, using: &random))
            let there = try day.adding(days: a)
            #expect(try there.adding(days: b) == day.adding(days: a + b))
            #expect(day.distance(to: there) == a)
            #expect((day < there) == (a > 0))
        }
    }

    @Test(arguments: [1, Int.max, 100_000_000]) func nothingLiesAfterTheRange(_ count: Int) throws {
        #expect(throws: TimeError.outOfRange) { try Day.latest.adding(days: count) }
        #expect(throws: TimeError.outOfRange) { try Day.latest.adding(months: count) }
        #expect(throws: TimeError.outOfRange) { try Day.earliest.adding(days: -count) }
        #expect(throws: TimeError.outOfRange) { try Day.earliest.adding(months: -count) }
    }

    @Test func numbersOutsideTheRangeMakeNoDay() {
        for number in [-141_350, 2_932_897, .max, .min] { #expect(Day(number: number) == nil) }
        #expect(Day(year: 2027, month: Int.max, day: 1) == nil)
        #expect(Day(year: Int.min, month: 1, day: 1) == nil)
        #expect(Day(year: 2027, month: 1, day: Int.min) == nil)
    }
}
