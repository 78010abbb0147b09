import Testing

@testable import Kernel

@Suite struct DeadlineTests {
    /// Grading within 15 working days (UH-loven § 11-7).
    @Test(arguments: [
        ("2026-11-27", "2026-12-18"), ("2026-12-11", "2027-01-05"), ("2027-03-12", "2027-04-07"), ("2027-04-30", "2027-05-25"),
    ])
    func grading(_ exam: String, _ deadline: String) throws {
        for roll in Deadline.Roll.allCases {
            #expect(try Deadline.end(after: Day(exam), within: .workingDays(15), roll: roll, calendar: .norway).description == deadline)
        }
    }

    /// Reasons within one week, complaints within three (UH-loven §§ 11-8 and 11-10).
    @Test(arguments: [
        (1, "2027-03-18", "2027-03-30"), (1, "2026-12-18", "2026-12-28"), (3, "2027-04-26", "2027-05-18"), (3, "2027-04-08", "2027-04-29"),
        (3, "2026-12-11", "2027-01-04"),
    ])
    func weeks(_ weeks: Int, _ event: String, _ deadline: String) throws {
        let span = try #require(TimeSpan.weeks(weeks))
        #expect(try Deadline.end(after: Day(event), within: span, roll: .nextWorkingDay, calendar: .norway).description == deadline)
    }

    @Test func withoutRollingALimitEndsOnAHoliday() throws {
        let span = try #require(TimeSpan.weeks(1))
        #expect(try Deadline.end(after: Day("2027-03-18"), within: span, roll: .none, calendar: .norway).description == "2027-03-25")
    }

    @Test func monthsAndYears() throws {
        let year = TimeSpan.duration(try CalendarDuration("P1Y"))
        #expect(
            try Deadline.end(after: Day("2026-12-18"), within: year, roll: .nextWorkingDay, calendar: .norway).description == "2027-12-20")
        let hours = TimeSpan.duration(try CalendarDuration("PT48H"))
        #expect(throws: TimeError.needsTimeOfDay(try CalendarDuration("PT48H"))) {
            try Deadline.end(after: Day("2026-12-18"), within: hours, roll: .none, calendar: .norway)
        }
    }

    @Test func aLimitIsOverWhenItsLastDayIs() throws {
        let span = try #require(TimeSpan.weeks(1))
        let last = try Deadline.end(after: Day("2027-03-18"), within: span, roll: .nextWorkingDay, calendar: .norway)
        #expect(try TimeZoneRules.load("Europe/Oslo").endOfDay(last).description == "2027-03-30T22:00:00Z")
    }
}
