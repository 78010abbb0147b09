import Testing

@testable import Kernel

@Suite struct OffsetTests {
    @Test(arguments: [
        ("+2w", "+2w"), ("2w", "+2w"), ("-3d", "-3d"), ("0d", "0d"), ("+0wd", "0wd"), ("-0m", "0m"), ("+10wd", "+10wd"), ("007d", "+7d"),
        ("-3wd before exam.opens", "3wd before exam.opens"), ("3wd before exam.opens", "3wd before exam.opens"),
        ("2w after arbeidskrav-1", "2w after arbeidskrav-1"), ("+2w   after  arbeidskrav-1", "2w after arbeidskrav-1"),
        ("1m after a.due", "1m after a.due"), ("0d before exam", "0d before exam"), ("-0d after exam", "0d after exam"),
        ("+0d before exam", "0d before exam"),
        ("+2w ", "+2w"), ("1d after x ", "1d after x"),
    ])
    func canonicalForm(_ text: String, _ canonical: String) throws {
        let offset = try Offset(text)
        #expect(offset.description == canonical)
        #expect(try Offset(canonical) == offset)
    }

    @Test func partsAreRead() throws {
        let offset = try Offset("3wd before exam.opens")
        #expect(offset.amount == -3)
        #expect(offset.unit == .workingDays)
        #expect(offset.direction == .before)
        #expect(offset.anchor == Offset.Anchor("exam", .opens))
        #expect(offset.anchor?.description == "exam.opens")
        #expect(try Offset("-2w").direction == .before)
        #expect(try Offset("0d") == .zero)
    }

    @Test(arguments: [
        ("", 0..<0, "'' is not a distance in time"), ("+", 1..<1, "'+' is not a distance in time"),
        ("2027-01-01", 0..<10, "'2027-01-01' is a date; a distance in time must stand here"),
        ("1.2.2027", 0..<8, "'1.2.2027' is a date; a distance in time must stand here"),
        ("2027-01-01T10:00:00Z", 0..<20, "'2027-01-01T10:00:00Z' is a date; a distance in time must stand here"),
        ("two weeks", 0..<3, "'two weeks' is not a distance in time"),
        ("+2", 2..<2, "the unit is missing after the number"), ("+2y", 2..<3, "'y' is not a unit"), ("+2W", 2..<3, "'W' is not a unit"),
        ("+2wdd", 2..<5, "'wdd' is not a unit"), ("+2 w", 2..<2, "the unit is missing after the number"),
        ("+-2w", 1..<4, "'+-2w' is not a distance in time"),
        ("+10000d", 1..<6, "10000 is too large a distance"),
        ("+99999999999999999999d", 1..<21, "99999999999999999999 is too large a distance"),
        ("2w afte exam", 3..<7, "expected 'before' or 'after', found 'afte'"),
        ("2w after", 8..<8, "the name of an activity is missing after 'after'"),
        ("2w after ", 9..<9, "the name of an activity is missing after 'after'"),
        ("2w after Exam", 9..<13, "'Exam' cannot be the name of an activity"),
        ("2w after a--b", 9..<13, "'a--b' cannot be the name of an activity"),
        ("2w after -a", 9..<11, "'-a' cannot be the name of an activity"),
        ("2w after prøve", 9..<15, "'prøve' cannot be the name of an activity"),
        ("2w after exam.", 14..<14, "'opens' or 'due' is missing after the dot"),
        ("2w after exam.end", 14..<17, "an activity has no date 'end'"),
        ("2w after .due", 9..<9, "the name of an activity is missing after 'after'"),
        ("2w after exam.due.due", 14..<21, "an activity has no date 'due.due'"),
        ("2w after exam more", 14..<18, "'more' does not belong to the distance"),
        ("-2w after exam", 0..<1, "the sign '-' contradicts 'after'"), ("+2w before exam", 0..<1, "the sign '+' contradicts 'before'"),
        ("−2w", 0..<5, "'−2w' is not a distance in time"), ("+2w\tafter x", 2..<9, "'w\tafter' is not a unit"),
    ])
    func faultsNameThePlace(_ text: String, _ range: Range<Int>, _ reason: String) throws {
        let fault = try #require(throws: StringFault.self) { try Offset(text) }
        #expect(fault.range == range)
        #expect(fault.reason(.en) == reason)
    }

    @Test(arguments: [
        ("+2w", "2027-01-31", "2027-02-14"), ("+1m", "2027-01-31", "2027-02-28"), ("-1m", "2027-03-31", "2027-02-28"),
        ("0d", "2027-05-17", "2027-05-17"),
        ("0wd", "2027-05-17", "2027-05-17"), ("+1wd", "2027-05-14", "2027-05-18"), ("-1wd", "2027-05-18", "2027-05-14"),
        ("3wd before exam", "2027-04-01", "2027-03-24"), ("2d after exam", "2027-02-27", "2027-03-01"),
    ])
    func daysFromABase(_ offset: String, _ base: String, _ day: String) throws {
        #expect(try Offset(offset).day(from: Day(base), calendar: .norway).description == day)
    }

    @Test func outOfRangeIsTold() throws {
        #expect(throws: TimeError.outOfRange) { try Offset("+9999m").day(from: Day("9500-01-01"), calendar: .norway) }
        #expect(throws: TimeError.outOfRange) { try Offset("-9999w").day(from: Day("1600-01-01"), calendar: .norway) }
    }

    /// Whatever the string, the fault lies in it, on character boundaries.
    @Test func faultsLieInTheString() {
        var random = SeededGenerator(7)
        let pieces = ["+", "-", "2", "w", "wd", " ", "before", "after", "exam", ".", "opens", "é", "😀", "\n", "x", "0"]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            do throws(StringFault) { _ = try Offset(text) } catch {
                let bytes = Array(text.utf8)
                #expect(error.range.upperBound <= bytes.count)
                for edge in [error.range.lowerBound, error.range.upperBound] where edge < bytes.count {
                    #expect(bytes[edge] & 0xC0 != 0x80)
                }
            }
        }
    }
}
