import Foundation
import Testing

@testable import Kernel

@Suite struct TimeZoneRulesTests {
    private let oslo: TimeZoneRules
    private let builtIn: TimeZoneRules

    init() throws {
        oslo = try .load("Europe/Oslo")
        builtIn = try .load("Europe/Oslo", from: "/nonexistent")
    }

    @Test func theDataAreUsedWhereTheyExist() {
        #expect(oslo.source == .file("/usr/share/zoneinfo/Europe/Oslo"))
        #expect(builtIn.source == .builtIn)
    }

    @Test(arguments: [
        ("2027-01-15T12:00:00Z", "2027-01-15T13:00"), ("2027-07-15T12:00:00Z", "2027-07-15T14:00"),
        ("2027-03-28T00:59:59Z", "2027-03-28T01:59:59"),
        ("2027-03-28T01:00:00Z", "2027-03-28T03:00"), ("2027-10-31T00:59:59Z", "2027-10-31T02:59:59"),
        ("2027-10-31T01:00:00Z", "2027-10-31T02:00"),
        ("2026-12-31T23:30:00Z", "2027-01-01T00:30"), ("1969-12-31T23:30:00Z", "1970-01-01T00:30"),
    ])
    func osloShows(_ instant: String, _ local: String) throws {
        #expect(try oslo.localTime(at: Instant(instant)).description == local)
        #expect(try builtIn.localTime(at: Instant(instant)).description == local)
    }

    @Test func aDayEndsAtMidnightWhateverItsLength() throws {
        for zone in [oslo, builtIn] {
            #expect(try zone.endOfDay(Day("2027-03-18")).description == "2027-03-18T23:00:00Z")
            #expect(try zone.endOfDay(Day("2027-06-18")).description == "2027-06-18T22:00:00Z")
            #expect(try zone.startOfDay(Day("2027-03-28")).description == "2027-03-27T23:00:00Z")
            #expect(try zone.endOfDay(Day("2027-03-28")).description == "2027-03-28T22:00:00Z")
            #expect(try zone.endOfDay(Day("2027-10-31")).description == "2027-10-31T23:00:00Z")
        }
    }

    @Test func skippedTimesMeanTheJumpAndDoubledTimesTheFirst() throws {
        let skipped = try #require(LocalTime(Day("2027-03-28"), hour: 2, minute: 30))
        #expect(try oslo.instant(of: skipped).description == "2027-03-28T01:00:00Z")
        let doubled = try #require(LocalTime(Day("2027-10-31"), hour: 2, minute: 30))
        #expect(try oslo.instant(of: doubled).description == "2027-10-31T00:30:00Z")
    }

    @Test func theBuiltInRuleEqualsTheDataFrom1996To2037() throws {
        var differences = 0
        for second in stride(from: try Instant("1996-01-01T00:00:00Z").seconds, to: try Instant("2038-01-01T00:00:00Z").seconds, by: 1800) {
            let instant = try #require(Instant(seconds: second))
            if oslo.offset(at: instant) != builtIn.offset(at: instant) { differences += 1 }
        }
        #expect(differences == 0)
        #expect(try oslo.offset(at: Instant("1995-10-01T00:00:00Z")) != builtIn.offset(at: Instant("1995-10-01T00:00:00Z")))
    }

    @Test(arguments: [
        "Europe/Oslo", "Europe/London", "America/New_York", "America/Sao_Paulo", "America/St_Johns", "Asia/Kathmandu", "Asia/Tehran",
        "Australia/Lord_Howe",
        "Pacific/Apia", "Pacific/Chatham", "Africa/Johannesburg", "Antarctica/Troll", "Etc/UTC", "Arctic/Longyearbyen",
    ])
    func offsetsAgreeWithFoundation(_ name: String) throws {
        let zone = try TimeZoneRules.load(name)
        let reference = try #require(TimeZone(identifier: name))
        var random = SeededGenerator(4)
        for _ in 0..<1_000 {
            // 1971 to 2150: table and footer; before, data sets differ in how they are abridged.
            let second = Int.random(in: 31_536_000...5_680_000_000, using: &random)
            let instant = try #require(Instant(seconds: second))
            let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            #expect(zone.offset(at: instant) == expected, "\(instant)")
        }
    }

    @Test(arguments: ["Europe/Oslo", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "America/Toronto", "Asia/Gaza"])
    func startsOfDaysAreTheFirstInstants(_ name: String) throws {
        let zone = try TimeZoneRules.load(name)
        for number in stride(from: Int(try Day("1915-01-01").number), to: Int(try Day("2060-01-01").number), by: 1) {
            let day = try #require(Day(number: number))
            let start = try zone.startOfDay(day)
            let (at, before) = (zone.day(at: start), zone.day(at: try start.adding(seconds: -1)))
            // Apia had no 2011-12-30: that day starts, and ends, where the next one does.
            if at < day || before >= day { Issue.record("\(name) \(day): \(start)") }
        }
    }

    @Test func localTimesRoundTrip() throws {
        var random = SeededGenerator(5)
        for _ in 0..<5_000 {
            let instant = try #require(Instant(seconds: Int.random(in: -4_000_000_000...20_000_000_000, using: &random)))
            let local = oslo.localTime(at: instant)
            let back = try oslo.instant(of: local)
            #expect(oslo.localTime(at: back) == local)
            #expect(back <= instant && back.seconds >= instant.seconds - 7200)
        }
    }

    @Test func theRangeHasEndsButConversionToLocalTimeHasNone() throws {
        for zone in [oslo, builtIn] {
            #expect(zone.day(at: .earliest) <= (try Day("1583-01-03")))
            #expect(zone.day(at: .latest).description == "9999-12-30")
            #expect(throws: TimeError.outOfRange) { try zone.endOfDay(.latest) }
            #expect(throws: TimeError.outOfRange) { try zone.startOfDay(.latest) }
            #expect(throws: TimeError.outOfRange) { try zone.startOfDay(.earliest) }
        }
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../etc/passwd", "Europe/../Oslo", "Europe//Oslo", "Oslo/", "a b", "Europe/Øslo", "x\0y", "tzdata.zi",
    ])
    func namesThatCouldLeaveTheDirectoryAreRefused(_ name: String) {
        #expect(throws: TimeError.invalidZoneName(name)) { try TimeZoneRules.load(name) }
    }

    @Test func unknownZonesAndMissingDataAreTold() {
        #expect(throws: TimeError.unknownZone("Europe/Atlantis", directory: "/usr/share/zoneinfo")) {
            try TimeZoneRules.load("Europe/Atlantis")
        }
        #expect(throws: TimeError.unknownZone("Europe", directory: "/usr/share/zoneinfo")) { try TimeZoneRules.load("Europe") }
        #expect(throws: TimeError.zoneDataMissing("Europe/Paris", directory: "/nonexistent")) {
            try TimeZoneRules.load("Europe/Paris", from: "/nonexistent")
        }
        #expect(TimeError.zoneDataMissing("Europe/Paris", directory: "/nonexistent").help?(.en) == "install the package tzdata")
    }
}
