/// A print while it is made: its rows, the sets that numbers are about, and which of them are shown.
struct SuppressedDraft {
    private let report: SuppressedReport
    private let observations: [Observation]
    private let rows: [BreakdownRow]
    /// For each row its own set, then for each column the sets of its groups.
    private var sets: [(row: Int, columns: [[Int]])] = []
    private(set) var print: ReportPrint

    init(_ report: SuppressedReport, _ observations: [Observation], parameters: JSONValue, at instant: Instant) {
        self.report = report
        let positions = report.breakdown.dimensions.map { dimension in
            Dictionary(dimension.keys.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let placed = observations.compactMap { observation -> (Observation, [Int])? in
            let keys = zip(observation.keys, positions).compactMap { $1[$0] }
            return keys.count == positions.count ? (observation, keys) : nil
        }.sorted { ($0.0.id, $0.0.person) < ($1.0.id, $1.0.person) }
        self.observations = placed.map(\.0)
        let keys = placed.map(\.1)
        let breakdown = report.breakdown
        rows = breakdown.margins.flatMap { BreakdownRow.all(breakdown, margin: $0, observations: keys) }.sorted(by: BreakdownRow.isBefore)
        print = ReportPrint(
            instant: instant, parameters: parameters, columns: breakdown.dimensions.map(\.id) + report.columns.map(\.id), sets: [],
            members: [], empties: [], rows: [])
        let base = BreakdownRow.all(breakdown, margin: Array(breakdown.dimensions.indices), observations: keys)
        collect(base)
    }

    private func values(_ column: SuppressedReport.Column, _ members: [Int]) -> [JSONValue] {
        members.map { member in column.field.map { observations[member].values[$0] ?? .null } ?? .bool(true) }
    }

    /// Names the sets of every row, and finds who is in them, and of what kinds there is nobody.
    private mutating func collect(_ base: [BreakdownRow]) {
        var memberships = [[Int]](repeating: [], count: observations.count)
        for row in rows {
            let name = zip(report.breakdown.dimensions, row.keys).map { dimension, key in
                key.map { "\(dimension.id)=\(JSONValue.string(dimension.keys[$0].id).compact)" } ?? "\(dimension.id)"
            }.joined(separator: ",")
            let own = print.sets.count
            print.sets.append(.init(name: name, hasSomeone: row.isKnownToHaveSomeone))
            for member in row.members { memberships[member].append(own) }
            var columns: [[Int]] = []
            for column in report.columns {
                guard !column.countsRecords else {
                    columns.append([own])
                    continue
                }
                columns.append(
                    groups(column, of: values(column, row.members)).enumerated().map { number, group in
                        let set = print.sets.count
                        print.sets.append(.init(name: "\(name)|\(column.id)|\(number)"))
                        for place in group { memberships[row.members[place]].append(set) }
                        return set
                    })
            }
            sets.append((own, columns))
        }
        let fields = Set(report.columns.compactMap(\.field)).sorted()
        print.members = observations.enumerated().map { position, observation in
            .init(token: observation.token(fields: fields), person: observation.person, sets: memberships[position])
        }
        let kinds = kinds()
        for cell in base {
            let around = rows.indices.filter { rows[$0].contains(cell) }
            for kind in kinds {
                let groups = report.columns.indices.flatMap { column in
                    kind[column].flatMap { number in around.map { sets[$0].columns[column][number] } } ?? []
                }
                print.empties.append((around.map { sets[$0].row } + groups).sorted())
            }
        }
    }

    /// The kinds of record that there could be, by the group that it falls in at each column.
    ///
    /// A kind is one of those that occur, or has some value, or the one that a share is of, or another; kinds go together over the fields.
    private func kinds() -> [[Int?]] {
        let most = 64
        var kinds = [[Int?](repeating: nil, count: report.columns.count)]
        for field in Set(report.columns.compactMap(\.field)).sorted() {
            let columns = report.columns.indices.filter { report.columns[$0].field == field }
            // A field that nobody has filled in could have been filled in: that nobody did is not told, and hides nothing else.
            var values = observations.map { $0.values[field] ?? .null } + [.integer(1)]
            for column in columns {
                if case .share(let value)? = report.columns[column].measure as? KernelMeasure { values += [value, .string("\u{0}")] }
            }
            var seen: Set<[Int?]> = []
            for value in values {
                seen.insert(columns.map { groups(report.columns[$0], of: [value]).firstIndex { !$0.isEmpty } })
            }
            let patterns = seen.sorted { a, b in a.map { $0 ?? -1 }.lexicographicallyPrecedes(b.map { $0 ?? -1 }) }
            kinds = kinds.flatMap { kind in
                patterns.map { pattern in
                    var next = kind
                    for (column, group) in zip(columns, pattern) { next[column] = group }
                    return next
                }
            }
        }
        return Array(kinds.prefix(most))
    }

    /// The groups that a measure names, always as many as it names of no values, and of positions that there are.
    private func groups(_ column: SuppressedReport.Column, of values: [JSONValue]) -> [[Int]] {
        let named = column.measure.groups(of: values)
        return column.measure.groups(of: []).indices.map { number in
            number < named.count ? Set(named[number]).filter(values.indices.contains).sorted() : []
        }
    }

    /// Shows what may be shown: totals before parts, and of those the larger first.
    mutating func fill(earlier: [ReportPrint]) {
        if report.floor > 1 { publish(earlier: earlier) } else { for set in print.sets.indices { print.sets[set].isShown = true } }
        print.rows = rows.indices.map { row in
            zip(report.breakdown.dimensions, rows[row].keys).map { dimension, key in
                .localized(key.map { dimension.keys[$0].text } ?? Text(nb: "Alle", nn: "Alle", en: "All"))
            }
                + report.columns.indices.map { column in
                    isShown(row, column)
                        ? report.columns[column].measure.value(of: values(report.columns[column], rows[row].members)).cell : .suppressed
                }
        }
    }

    private var shownCells: Set<[Int]> = []

    private func isShown(_ row: Int, _ column: Int) -> Bool { report.floor <= 1 || shownCells.contains([row, column]) }

    private mutating func publish(earlier: [ReportPrint]) {
        var model = DisclosureModel(earlier: earlier, new: print, floor: report.floor)
        let order = rows.indices.sorted { a, b in
            let (x, y) = (rows[a].keys.count { $0 != nil }, rows[b].keys.count { $0 != nil })
            let (m, n) = (model.people(sets[a].row), model.people(sets[b].row))
            return x != y ? x < y : m != n ? m > n : a < b
        }
        let counts = report.columns.indices.filter { report.columns[$0].countsRecords }
        var open = Set(rows.indices)
        if !counts.isEmpty {
            open = []
            for row in order where model.publish([sets[row].row]) {
                open.insert(row)
                print.sets[sets[row].row].isShown = true
                for column in counts { shownCells.insert([row, column]) }
            }
        }
        for row in order where open.contains(row) {
            for column in report.columns.indices where !counts.contains(column) && mayShow(row, column) {
                let groups = sets[row].columns[column]
                guard groups.allSatisfy({ model.people($0) >= report.floor }), model.publish(groups) else { continue }
                shownCells.insert([row, column])
                for set in groups { print.sets[set].isShown = true }
            }
        }
    }

    /// Whether the number itself is not that of one record, nor that of every record alike.
    private func mayShow(_ row: Int, _ column: Int) -> Bool {
        let measure = report.columns[column].measure
        guard !measure.namesOneValue else { return false }
        let values = values(report.columns[column], rows[row].members)
        let groups = groups(report.columns[column], of: values)
        // A measure whose groups vary in number cannot be judged.
        guard measure.groups(of: values) == groups, !groups.isEmpty else { return false }
        return groups.count > 1 || Set(groups[0].map { values[$0] }).count > 1
    }
}
