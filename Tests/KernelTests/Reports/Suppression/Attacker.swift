import Kernel

/// Somebody who has every print of a report, knows which record is in which group, and does not know what the records hold.
struct Attacker {
    /// A record with the values it had, as one unknown number.
    struct Unknown: Hashable {
        var id: String
        var values: String
    }

    private(set) var unknowns: [Unknown: String] = [:]
    /// The sets that a sum was published of.
    private(set) var sums: Set<Set<Unknown>> = []

    /// Reads what a table shows of records.
    mutating func read(_ table: Table, of observations: [Observation], report: SuppressedReport) {
        let dimensions = report.breakdown.dimensions
        let fields = Set(report.columns.compactMap(\.field))
        for row in table.rows {
            let members = observations.filter { observation in
                dimensions.indices.allSatisfy { dimension in
                    guard case .localized(let text) = row[dimension] else { return false }
                    return text(.en) == "All" || dimensions[dimension].keys.first { $0.text == text }?.id == observation.keys[dimension]
                }
            }
            for (column, cell) in zip(report.columns, row.dropFirst(dimensions.count)) where cell != .suppressed {
                guard let field = column.field else {
                    add(members, fields)
                    continue
                }
                let present = members.filter { !($0.values[field] ?? .null).isNull }
                add(present, fields)
                if case .share(let value)? = column.measure as? KernelMeasure { add(present.filter { $0.values[field] == value }, fields) }
            }
        }
    }

    private mutating func add(_ members: [Observation], _ fields: Set<String>) {
        let set = members.map { member in
            let values = member.values.filter { fields.contains($0.key) }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.compact)" }
                .joined(separator: ";")
            let unknown = Unknown(id: member.id, values: values)
            unknowns[unknown] = member.person
            return unknown
        }
        sums.insert(Set(set))
    }

    /// People fewer than the floor about whom some combination of sums tells.
    func isolated(floor: Int) -> [String]? {
        let columns = unknowns.keys.sorted { ($0.id, $0.values) < ($1.id, $1.values) }
        let matrix = sums.map { sum in columns.map { sum.contains($0) ? 1 : 0 } }
        let rank = Rational.rank(matrix)
        let people = Set(unknowns.values).sorted()
        return Self.subsets(people, of: min(floor - 1, people.count)).first { group in
            let others = columns.indices.filter { !group.contains(unknowns[columns[$0]] ?? "") }
            return Rational.rank(matrix.map { row in others.map { row[$0] } }) < rank
        }
    }

    static func subsets(_ items: [String], of size: Int) -> [[String]] {
        if size == 0 { return [[]] }
        return items.indices.flatMap { index in
            subsets(Array(items[(index + 1)...]), of: size - 1).map { [items[index]] + $0 }
        }
    }
}
