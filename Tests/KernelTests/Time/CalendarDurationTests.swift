import Testing

@testable import Kernel

@Suite struct CalendarDurationTests {
    @Test(arguments: ["P1Y2M10DT2H30M", "PT5S", "P3W", "P1Y", "P1Y10D", "PT1H5S", "P0D", "P999999D", "P1M", "PT1M"])
    func textRoundTrips(_ text: String) throws { #expect(try CalendarDuration(text).description == text) }

    @Test func minutesAreNotMonths() throws {
        #expect(try CalendarDuration("P1M").months == 1)
        #expect(try CalendarDuration("PT1M").minutes == 1)
        #expect(try CalendarDuration("P0Y0D").description == "P0D")
        #expect(try CalendarDuration("PT0S") == CalendarDuration("P0D"))
    }

    @Test(arguments: [
        ("", 0..<0), ("P", 1..<1), ("PT", 2..<2), ("P1", 2..<2), ("1Y", 0..<1), ("P1YT", 4..<4), ("P1D1Y", 4..<5), ("P1Y1Y", 4..<5),
        ("P-1D", 1..<2),
        ("-P1D", 0..<1), ("P1.5D", 2..<3), ("P1H", 2..<3), ("PT1D", 3..<4), ("P1W2D", 0..<5), ("P1WT1H", 0..<6), ("P1000000D", 1..<8),
        ("P1d", 2..<3),
        ("P1D ", 3..<4), ("p1D", 0..<1), ("PT1H ", 4..<5), ("P1DT1HT", 6..<7),
    ])
    func faultsNameThePlace(_ text: String, _ range: Range<Int>) throws {
        let fault = try #require(throws: StringFault.self) { try CalendarDuration(text) }
        #expect(fault.range == range)
    }

    @Test func addsYearsAndMonthsFirst() throws {
        #expect(try CalendarDuration("P1M1D").added(to: Day("2027-01-31")).description == "2027-03-01")
        #expect(try CalendarDuration("P1Y").added(to: Day("2028-02-29")).description == "2029-02-28")
        #expect(try CalendarDuration("P3W").added(to: Day("2027-03-18")).description == "2027-04-08")
        #expect(throws: TimeError.needsTimeOfDay(try CalendarDuration("PT1H"))) {
            try CalendarDuration("PT1H").added(to: Day("2027-01-01"))
        }
        #expect(throws: TimeError.outOfRange) { try CalendarDuration("P9000Y").added(to: Day("2027-01-01")) }
    }

    @Test func aDayIsNotAlwaysTwentyFourHours() throws {
        let oslo = try TimeZoneRules.load("Europe/Oslo")
        let before = try Instant("2027-03-27T11:30:00.25Z")
        #expect(try CalendarDuration("P1D").added(to: before, in: oslo).description == "2027-03-28T10:30:00.25Z")
        #expect(try CalendarDuration("PT24H").added(to: before, in: oslo).description == "2027-03-28T11:30:00.25Z")
        #expect(try CalendarDuration("P1DT1H").added(to: before, in: oslo).description == "2027-03-28T11:30:00.25Z")
    }

    @Test func aTimeOnADoubledClockStaysItself() throws {
        let oslo = try TimeZoneRules.load("Europe/Oslo")
        let second = try Instant("2027-10-31T01:30:00Z")  // 02:30 for the second time
        #expect(try CalendarDuration("PT1S").added(to: second, in: oslo).description == "2027-10-31T01:30:01Z")
    }

    @Test func fixedLengthOnlyWithoutMonths() throws {
        #expect(try CalendarDuration("PT5S").fixedSeconds == 5)
        #expect(try CalendarDuration("P1W").fixedSeconds == 604_800)
        #expect(try CalendarDuration("P1DT1M").fixedSeconds == 86_460)
        #expect(try CalendarDuration("P1M").fixedSeconds == nil)
        #expect(CalendarDuration(weeks: 1, days: 1) == nil)
        #expect(CalendarDuration(days: -1) == nil)
        #expect(CalendarDuration(days: 1_000_000) == nil)
    }
}
