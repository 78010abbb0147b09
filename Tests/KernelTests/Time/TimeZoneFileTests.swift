import Foundation
import Testing

@testable import Kernel

@Suite struct TimeZoneFileTests {
    private let oslo: [UInt8]

    init() throws { oslo = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Oslo"))) }

    private func read(_ bytes: [UInt8]) throws -> TimeZoneRules { try TimeZoneFile.read(bytes, name: "X", path: "x") }

    @Test func everyTruncationIsRefused() {
        for length in 0..<oslo.count { #expect(throws: TimeError.self) { try read(Array(oslo[..<length])) } }
    }

    @Test func noDamageCrashesOrHangs() throws {
        var random = SeededGenerator(6)
        let instants = try ["1583-01-03T00:00:00Z", "1916-06-01T00:00:00Z", "2027-03-28T01:00:00Z", "9999-12-29T00:00:00Z"].map {
            try Instant($0)
        }
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = oslo
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let rules = try? read(bytes) else { continue }
            accepted += 1
            for instant in instants {
                let local = rules.localTime(at: instant)
                _ = try? rules.instant(of: local)
            }
        }
        #expect(accepted > 0)
    }

    @Test func countsBeyondTheFileAreRefused() {
        for field in 0..<6 {
            for value in [UInt8(0x7F), 0xFF] {
                var bytes = oslo
                bytes[20 + field * 4] = value
                #expect(throws: TimeError.self) { try read(bytes) }
            }
        }
    }

    @Test func leapSecondFilesAreRefused() throws {
        guard FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/right/Europe/Oslo") else { return }
        #expect(throws: TimeError.zoneDataDamaged("right/Europe/Oslo", reason: Text(verbatim: "leap seconds"))) {
            try TimeZoneRules.load("right/Europe/Oslo")
        }
    }

    @Test func aHugeFileOrAPipeIsNotRead() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try Data(count: TimeZoneFile.largest + 1).write(to: directory.appendingPathComponent("Huge"))
        try Data("TZif".utf8).write(to: directory.appendingPathComponent("Short"))
        #expect(mkfifo(directory.appendingPathComponent("Pipe").path, 0o600) == 0)
        let path = directory.path
        #expect(throws: TimeError.zoneDataDamaged("Huge", reason: Text(verbatim: "262145 B"))) {
            try TimeZoneRules.load("Huge", from: path)
        }
        #expect(throws: TimeError.zoneDataDamaged("Short", reason: Text(verbatim: "TZif"))) { try TimeZoneRules.load("Short", from: path) }
        #expect(throws: TimeError.unknownZone("Pipe", directory: path)) { try TimeZoneRules.load("Pipe", from: path) }
        // A damaged file of a zone that is built in is an error all the same.
        try FileManager.default.createDirectory(at: directory.appendingPathComponent("Europe"), withIntermediateDirectories: true)
        try Data("nonsense".utf8).write(to: directory.appendingPathComponent("Europe/Oslo"))
        #expect(throws: TimeError.zoneDataDamaged("Europe/Oslo", reason: Text(verbatim: "TZif"))) {
            try TimeZoneRules.load("Europe/Oslo", from: path)
        }
    }

    @Test(arguments: [
        "", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M13.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
        "CE-1",
        "CET-25", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,0,366", "<+0", "CET-1CEST,M3.5.0,M10.5.0x",
        "CET-1CEST,M3.5.0,M10.5.0/3 ",
    ])
    func rulesThatAreNoRulesAreRefused(_ text: String) { #expect(YearlyClockRule(parsing: text) == nil) }

    /// Year-long and southern summer time, and the three kinds of date.
    @Test(arguments: [
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2027-07-01T00:00:00Z", -7200),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2027-01-01T00:00:00Z", -10_800),
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2027-01-01T00:00:00Z", 46_800), ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2027-07-01T00:00:00Z", 43_200),
        ("XXX3EDT4,0/0,J365/23", "2027-12-31T23:59:00Z", -14_400), ("XXX3EDT4,0/0,J365/23", "2028-01-01T04:00:00Z", -14_400),
        ("AAA0BBB,J60,J61", "2028-03-01T12:00:00Z", 3600), ("AAA0BBB,J60,J61", "2028-02-29T12:00:00Z", 0),
        ("AAA0BBB,59,60", "2028-02-29T12:00:00Z", 3600),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2027-01-01T00:00:00Z", 0), ("<+0545>-5:45", "2027-01-01T00:00:00Z", 20_700),
    ])
    func rulesHold(_ text: String, _ instant: String, _ offset: Int) throws {
        let rule = try #require(YearlyClockRule(parsing: text))
        let zone = TimeZoneRules(name: "X", source: .builtIn, firstOffset: rule.offset, transitions: [], rule: rule)
        #expect(try zone.offset(at: Instant(instant)) == offset)
    }
}
