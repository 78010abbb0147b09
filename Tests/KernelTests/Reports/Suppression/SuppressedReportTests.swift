import Kernel
import Testing

/// What a table under a floor shows and keeps back.
@Suite struct SuppressedReportTests {
    private static let bySchool = SampleCohort.report(
        Breakdown([SampleCohort.schools, SampleCohort.roles], margins: [[], [0]]), [SampleCohort.count], floor: 5)

    private static func numbers(_ report: SuppressedReport, _ people: [Observation]) -> [Table.Cell] {
        report.print(people, parameters: .object([]), at: SampleCohort.now).table.rows.compactMap(\.last)
    }

    @Test func numbersFromTheFloorOnAreShown() {
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([20, 10, 5])) == [.integer(20), .integer(10), .integer(5), .integer(35)])
    }

    @Test func theSmallestOtherGoesWithASmallOne() {
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([20, 10, 3])) == [.integer(20), .suppressed, .suppressed, .integer(33)])
    }

    @Test func twoSmallOnesHideEachOtherIfTheyAreEnoughTogether() {
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([20, 4, 4])) == [.integer(20), .suppressed, .suppressed, .integer(28)])
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([20, 2, 2])) == [.suppressed, .suppressed, .suppressed, .integer(24)])
    }

    @Test func aRowSaysThatSomebodyIsThere() {
        // Of five in two schools neither can have all five.
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([20, 1, 4])) == [.suppressed, .suppressed, .suppressed, .integer(25)])
    }

    private static let byRole = Breakdown([SampleCohort.schools, SampleCohort.roles], margins: [[], [1]])

    @Test func nobodyIsASmallNumber() {
        let report = SampleCohort.report(Self.byRole, [SampleCohort.count], floor: 5)
        #expect(Self.numbers(report, SampleCohort.sized([12])) == [.suppressed, .suppressed, .integer(12)])
    }

    @Test func tooFewInAllShowNothing() {
        #expect(Self.numbers(Self.bySchool, SampleCohort.sized([3, 1])) == [.suppressed, .suppressed, .suppressed])
        #expect(Self.numbers(Self.bySchool, []) == [.suppressed])
    }

    @Test func withoutAFloorEverythingIsShown() {
        var report = Self.bySchool
        report.floor = 1
        #expect(Self.numbers(report, SampleCohort.sized([2, 1])) == [.integer(2), .integer(1), .integer(3)])
        report.breakdown = Self.byRole
        #expect(Self.numbers(report, SampleCohort.sized([2])) == [.integer(2), .integer(0), .integer(2)])
    }

    @Test func theFloorCountsPeopleNotRecords() {
        let people = (0..<10).map { Observation(id: "r\($0)", person: "u\($0 % 2)", keys: ["A", "x"]) }
        #expect(Self.numbers(Self.bySchool, people) == [.suppressed, .suppressed])
    }

    @Test(arguments: [(0, false), (1, false), (4, false), (5, true), (10, true), (15, true), (16, false), (20, false)])
    func aShareIsShownIfBothPartsAreLarge(_ passed: Int, _ isShown: Bool) {
        let report = SampleCohort.report(.nested([]), [SampleCohort.count, SampleCohort.passed], floor: 5)
        let people = (0..<20).map { Observation(id: "r\($0)", person: "u\($0)", keys: [], values: ["passed": .bool($0 < passed)]) }
        #expect(Self.numbers(report, people) == [isShown ? .number(Double(passed) / 20) : .suppressed])
    }

    @Test func aNumberThatIsEverybodysIsHidden() {
        let report = SampleCohort.report(.nested([]), [SampleCohort.mean], floor: 5)
        #expect(Self.numbers(report, SampleCohort.sized([9], values: ["points": .integer(3)])) == [.suppressed])
    }

    /// What nobody has answered is hidden, and hides nothing else.
    @Test(arguments: [0, 1, 4]) func aQuestionWithoutAnswersHidesOnlyItself(_ answered: Int) {
        func mean(_ field: String) -> SuppressedReport.Column {
            .init(field, Text(verbatim: field), field: field, measure: KernelMeasure.mean)
        }
        let report = SampleCohort.report(.nested([]), [SampleCohort.count, mean("use"), mean("load")], floor: 5)
        let people = (0..<10).map { number in
            Observation(
                id: "r\(number)", person: "u\(number)", keys: [],
                values: ["use": .integer(1 + number % 5), "load": number < answered ? .integer(2 + number % 2) : .null])
        }
        let rows = report.print(people, parameters: .object([]), at: SampleCohort.now).table.rows
        #expect(rows == [[.integer(10), .number(3), .suppressed]])
    }

    @Test(arguments: [KernelMeasure.minimum, .maximum]) func theExtremesAreSomebodys(_ measure: KernelMeasure) {
        let column = SuppressedReport.Column("m", Text(verbatim: "M"), field: "points", measure: measure)
        let report = SampleCohort.report(.nested([]), [column], floor: 5)
        let people = (0..<50).map { Observation(id: "r\($0)", person: "u\($0)", keys: [], values: ["points": .integer($0)]) }
        #expect(Self.numbers(report, people) == [.suppressed])
    }

    @Test func aMeanThatTellsOfTheMissingIsHidden() {
        let report = SampleCohort.report(.nested([]), [SampleCohort.count, SampleCohort.mean], floor: 5)
        func people(_ missing: Int) -> [Observation] {
            (0..<20).map { Observation(id: "r\($0)", person: "u\($0)", keys: [], values: ["points": $0 < missing ? .null : .integer($0)]) }
        }
        #expect(Self.numbers(report, people(0)) == [.number(9.5)])
        #expect(Self.numbers(report, people(1)) == [.suppressed])
        #expect(Self.numbers(report, people(5)) == [.number(12)])
    }

    @Test func aNewPrintWaitsUntilEnoughHaveChanged() throws {
        func outcome(_ count: Int, _ earlier: [ReportPrint]) -> SuppressedReport.Outcome {
            Self.bySchool.print(SampleCohort.sized([count]), parameters: .object([]), at: SampleCohort.now, earlier: earlier)
        }
        guard case .new(_, let first?) = outcome(10, []) else {
            Issue.record("not given")
            return
        }
        guard case .new(let same, nil) = outcome(10, [first]) else {
            Issue.record("not the same")
            return
        }
        #expect(same.rows == first.rows)
        guard case .repeated(let table) = outcome(13, [first]) else {
            Issue.record("not repeated")
            return
        }
        #expect(table.rows == first.rows)
        #expect(table.notes.last?(.en).contains(SampleCohort.now.description) == true)
        guard case .new(let later, let second?) = outcome(15, [first]) else {
            Issue.record("not given")
            return
        }
        #expect(later.rows.last?.last == .integer(15))
        #expect(second.instant == SampleCohort.now)
    }

    @Test func aChangedValueIsAChange() {
        let report = SampleCohort.report(.nested([]), [SampleCohort.mean], floor: 5)
        var people = (0..<20).map { Observation(id: "r\($0)", person: "u\($0)", keys: [], values: ["points": .integer($0)]) }
        guard case .new(_, let first?) = report.print(people, parameters: .object([]), at: SampleCohort.now) else {
            Issue.record("not given")
            return
        }
        people[3].values["points"] = .integer(0)
        guard case .repeated = report.print(people, parameters: .object([]), at: SampleCohort.now, earlier: [first]) else {
            Issue.record("not repeated")
            return
        }
    }

    @Test func otherParametersMakeNoWayRound() {
        let all = SampleCohort.sized([20, 3])
        let total = SampleCohort.report(.nested([]), [SampleCohort.count], floor: 5)
        guard case .new(_, let first?) = total.print(all, parameters: .object([]), at: SampleCohort.now) else {
            Issue.record("not given")
            return
        }
        let one = total.print(
            all.filter { $0.keys[0] == "A" }, parameters: .object([("school", .string("A"))]), at: SampleCohort.now, earlier: [first])
        #expect(one.table.rows.compactMap(\.last) == [.suppressed])
    }

    @Test func aPrintIsReadBackAsItWasKept() throws {
        let cohort = SampleCohort(7, count: 30)
        let report = SampleCohort.report(
            .crossed([SampleCohort.schools, SampleCohort.roles]), [SampleCohort.count, SampleCohort.mean], floor: 3)
        guard case .new(_, let print?) = report.print(cohort.people, parameters: .object([("a", .integer(1))]), at: SampleCohort.now) else {
            Issue.record("not given")
            return
        }
        let read = try #require(ReportPrint(json: print.json))
        #expect(read.json == print.json)
        #expect(read.rows == print.rows)
        #expect(ReportPrint(json: .object([])) == nil)
    }

    @Test func aTwoWayTableOfManyCellsIsMade() {
        var generator = SeededGenerator(5)
        let schools = Breakdown.Dimension(
            "school", Text(verbatim: "School"), keys: (0..<12).map { .init("s\($0)", Text(verbatim: "s\($0)")) }, listsEveryKey: false)
        let grades = Breakdown.Dimension(
            "grade", Text(verbatim: "Grade"), keys: "ABCDEF".map { .init(String($0), Text(verbatim: String($0))) }, listsEveryKey: true)
        let people = (0..<300).map { number in
            Observation(
                id: "r\(number)", person: "u\(number)",
                keys: ["s\(Int.random(in: 0..<12, using: &generator))", String("ABCCCDDEF".randomElement(using: &generator) ?? "C")])
        }
        let table = SampleCohort.report(.crossed([schools, grades]), [SampleCohort.count], floor: 5)
            .print(people, parameters: .object([]), at: SampleCohort.now).table
        #expect(table.rows.count == 13 * 7)
        #expect(table.rows.count { $0.last != .suppressed } > 30)
    }
}
