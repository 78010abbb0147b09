import Kernel
import Testing

/// An attacker solves all prints together, over many cohorts; he must learn nothing of fewer people than the floor.
@Suite struct SuppressionAttackTests {
    static let breakdowns = [
        Breakdown([SampleCohort.schools, SampleCohort.roles], margins: [[], [0]]),
        Breakdown([SampleCohort.schools, SampleCohort.roles], margins: [[], [1]]), .nested([SampleCohort.schools, SampleCohort.roles]),
        .crossed([SampleCohort.schools, SampleCohort.roles]), Breakdown([SampleCohort.schools, SampleCohort.roles], margins: [[0], [1]]),
    ]
    static let columns = [
        [SampleCohort.count], [SampleCohort.count, SampleCohort.mean], [SampleCohort.passed],
        [SampleCohort.count, SampleCohort.mean, SampleCohort.passed],
    ]

    @Test func onePrintIsolatesNobody() {
        var shown = 0
        for seed in 0..<240 {
            let cohort = SampleCohort(UInt64(seed), count: 4 + seed % 11)
            let report = SampleCohort.report(
                Self.breakdowns[seed % 5], Self.columns[seed / 5 % 4], floor: 2 + seed % 3)
            let table = report.print(cohort.people, parameters: .object([]), at: SampleCohort.now).table
            var attacker = Attacker()
            attacker.read(table, of: cohort.people, report: report)
            shown += attacker.sums.count
            let isolated = attacker.isolated(floor: report.floor)
            #expect(isolated == nil, "seed \(seed): \(isolated ?? [])")
        }
        #expect(shown > 200)
    }

    @Test func aRowOfPrintsIsolatesNobody() {
        var fresh = 0
        for seed in 0..<60 {
            var cohort = SampleCohort(UInt64(1000 + seed), count: 9 + seed % 4)
            let floor = 2 + seed % 2
            var attacker = Attacker()
            var earlier: [ReportPrint] = []
            var given: [String: (table: Table, people: [Observation], report: SuppressedReport)] = [:]
            for turn in 0..<5 {
                let report = SampleCohort.report(Self.breakdowns[(seed + turn) % 5], Self.columns[seed % 4], floor: floor)
                // Now all of them, now one school.
                let school = [nil, nil, "A", "B"][(seed / 3 + turn) % 4]
                let people = cohort.people.filter { school == nil || $0.keys[0] == school }
                let parameters = JSONValue.object([("school", school.map { .string($0) } ?? .null)])
                switch report.print(people, parameters: parameters, at: SampleCohort.now, earlier: earlier) {
                case .new(let table, let print):
                    attacker.read(table, of: people, report: report)
                    if let print { earlier.append(print) }
                    given["\(parameters.compact) \(report.breakdown.margins)"] = (table, people, report)
                    fresh += 1
                case .repeated(let table):
                    #expect(earlier.contains { $0.rows == table.rows && $0.parameters == parameters })
                }
                let isolated = attacker.isolated(floor: floor)
                #expect(isolated == nil, "seed \(seed), turn \(turn): \(isolated ?? [])")
                cohort.move()
            }
        }
        #expect(fresh > 60)
    }

    /// The counts of the cells that an attacker can think of, against what the table shows.
    @Test func noHiddenCountIsKnownToBeSmall() {
        for seed in 0..<40 {
            let cohort = SampleCohort(UInt64(2000 + seed), count: 4 + seed % 12)
            let floor = 2 + seed % 3
            let report = SampleCohort.report(
                .crossed([SampleCohort.roles, SampleCohort.schools]), [SampleCohort.count], floor: floor)
            let people = cohort.people.map { person in
                Observation(id: person.id, person: person.id, keys: [person.keys[1], person.keys[0]], values: [:])
            }
            let table = report.print(people, parameters: .object([]), at: SampleCohort.now).table
            let schools = Set(people.map { $0.keys[1] }).sorted()
            let cells = ["x", "y"].flatMap { role in schools.map { (role, $0) } }
            // Each row of the table as the cells that it sums and what it shows.
            let rows = table.rows.map { row -> (cells: [Int], count: Int?, isSmall: Bool) in
                func fits(_ cell: Table.Cell, _ word: String) -> Bool {
                    if case .localized(let text) = cell { text(.en) == "All" || text(.en).hasSuffix(" \(word)") } else { false }
                }
                let members = cells.indices.filter { fits(row[0], cells[$0].0) && fits(row[1], cells[$0].1) }
                let count: Int? = if case .integer(let count) = row[2] { count } else { nil }
                let real = people.count { person in members.contains { cells[$0] == (person.keys[0], person.keys[1]) } }
                return (members, count, real < floor)
            }
            let known = rows.compactMap { row in row.count.map { (row.cells, $0) } }
            var most = [Int](repeating: 0, count: rows.count)
            var counts = [Int](repeating: 0, count: cells.count)
            func think(_ cell: Int) {
                if cell == cells.count {
                    // A school has a row because somebody is there.
                    for (place, _) in schools.enumerated() where counts[place] + counts[place + schools.count] == 0 { return }
                    for (index, row) in rows.enumerated() { most[index] = max(most[index], row.cells.reduce(0) { $0 + counts[$1] }) }
                    return
                }
                for count in 0...12 {
                    counts[cell] = count
                    let fits = known.allSatisfy { cells, sum in
                        let sofar = cells.reduce(0) { $0 + ($1 <= cell ? counts[$1] : 0) }
                        return cells.allSatisfy { $0 <= cell } ? sofar == sum : sofar <= sum
                    }
                    if fits { think(cell + 1) }
                }
                counts[cell] = 0
            }
            if known.contains(where: { $0.0.count == cells.count }) {
                think(0)
                for (row, limit) in zip(rows, most) where row.isSmall { #expect(limit >= floor, "seed \(seed)") }
            }
        }
    }

    @Test func theOrderOfRecordsDoesNotMatter() {
        for seed in 0..<20 {
            var cohort = SampleCohort(UInt64(3000 + seed), count: 20)
            let report = SampleCohort.report(Self.breakdowns[3], Self.columns[3], floor: 3)
            let one = report.print(cohort.people, parameters: .object([]), at: SampleCohort.now)
            cohort.people.shuffle(using: &cohort.generator)
            let other = report.print(cohort.people, parameters: .object([]), at: SampleCohort.now)
            #expect(one.table.rows == other.table.rows)
        }
    }
}
