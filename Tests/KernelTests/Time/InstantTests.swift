import Testing

@testable import Kernel

@Suite struct InstantTests {
    @Test(arguments: [
        ("2027-03-18T12:00:00Z", "2027-03-18T12:00:00Z"), ("2027-03-18T13:00:00+01:00", "2027-03-18T12:00:00Z"),
        ("2027-03-18t12:00:00z", "2027-03-18T12:00:00Z"), ("2027-01-01T00:30:00+02:00", "2026-12-31T22:30:00Z"),
        ("2026-12-31T22:30:00-03:30", "2027-01-01T02:00:00Z"), ("2027-03-18T12:00:00-00:00", "2027-03-18T12:00:00Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"), ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("2027-03-18T12:00:00.000001Z", "2027-03-18T12:00:00.000001Z"), ("2027-03-18T12:00:00.120000000Z", "2027-03-18T12:00:00.12Z"),
    ])
    func readsAndWritesUTC(_ text: String, _ utc: String) throws { #expect(try Instant(text).description == utc) }

    @Test(arguments: [
        ("2027-03-18", 10..<10), ("2027-03-18T12:00:00", 19..<19), ("2027-03-18 12:00:00Z", 10..<11), ("2027-03-18T24:00:00Z", 11..<19),
        ("2027-03-18T23:59:60Z", 11..<19), ("2027-03-18T12:60:00Z", 11..<19), ("2027-03-18T12:00Z", 16..<17),
        ("2027-03-18T12:00:00+1:00", 21..<22),
        ("2027-03-18T12:00:00+24:00", 19..<25), ("2027-03-18T12:00:00.Z", 20..<21), ("2027-03-18T12:00:00.1234567Z", 26..<27),
        ("2027-03-18T12:00:00Zx", 20..<21), ("2027-02-30T12:00:00Z", 8..<10), ("9999-12-31T23:59:59Z", 0..<20),
        ("1583-01-01T00:00:00Z", 0..<20),
        ("", 0..<0),
    ])
    func faultsNameThePlace(_ text: String, _ range: Range<Int>) throws {
        let fault = try #require(throws: StringFault.self) { try Instant(text) }
        #expect(fault.range == range)
    }

    @Test func textRoundTrips() throws {
        var random = SeededGenerator(3)
        for _ in 0..<5_000 {
            let value = Int64.random(in: Instant.earliest.microseconds...Instant.latest.microseconds, using: &random)
            let instant = try #require(Instant(microseconds: value))
            #expect(try Instant(instant.description) == instant)
        }
        for instant in [Instant.earliest, .latest] { #expect(try Instant(instant.description) == instant) }
        #expect(Instant.earliest.description == "1583-01-03T00:00:00Z")
        #expect(Instant.latest.description == "9999-12-29T23:59:59.999999Z")
    }

    @Test func theRangeHasEnds() throws {
        #expect(Instant(microseconds: .max) == nil)
        #expect(Instant(microseconds: .min) == nil)
        #expect(Instant(seconds: .max) == nil)
        #expect(throws: TimeError.outOfRange) { try Instant.latest.adding(seconds: 1) }
        #expect(throws: TimeError.outOfRange) { try Instant.earliest.adding(seconds: .min) }
        #expect(try Instant("2027-03-18T12:00:00Z").adding(seconds: -43_200) == Instant("2027-03-18T00:00:00Z"))
    }

    @Test func nowLiesAfterThisWasWritten() throws { #expect(try Instant.now() > Instant("2026-01-01T00:00:00Z")) }
}
