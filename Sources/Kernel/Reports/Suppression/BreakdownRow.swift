/// A row of a breakdown: the records that have its keys.
struct BreakdownRow {
    /// The position of the key in each dimension; nil where the row is not broken down by it.
    var keys: [Int?]
    /// The positions of its observations.
    var members: [Int]
    /// Whether the row would not be there without somebody in it.
    var isKnownToHaveSomeone: Bool

    /// The rows of one kind.
    static func all(_ breakdown: Breakdown, margin: [Int], observations: [[Int]]) -> [BreakdownRow] {
        let dimensions = breakdown.dimensions
        func combination(_ keys: [Int], _ isListed: Bool) -> [Int?] {
            dimensions.indices.map { margin.contains($0) && dimensions[$0].listsEveryKey == isListed ? keys[$0] : nil }
        }
        let open = margin.contains { !dimensions[$0].listsEveryKey }
        var bases: Set<[Int?]> = open ? [] : [[Int?](repeating: nil, count: dimensions.count)]
        if open { for keys in observations { bases.insert(combination(keys, false)) } }
        var combinations = Array(bases)
        for dimension in margin where dimensions[dimension].listsEveryKey {
            combinations = combinations.flatMap { base in
                dimensions[dimension].keys.indices.map { key in
                    var keys = base
                    keys[dimension] = key
                    return keys
                }
            }
        }
        var members: [[Int?]: [Int]] = [:]
        for (position, keys) in observations.enumerated() {
            members[dimensions.indices.map { margin.contains($0) ? keys[$0] : nil }, default: []].append(position)
        }
        let isKnown = open && !margin.contains { dimensions[$0].listsEveryKey }
        return combinations.map { BreakdownRow(keys: $0, members: members[$0] ?? [], isKnownToHaveSomeone: isKnown) }
    }

    /// Whether every record of the other row would be in this one.
    func contains(_ other: BreakdownRow) -> Bool { zip(keys, other.keys).allSatisfy { $0 == nil || $0 == $1 } }

    /// Rows of a table: by key, each total after what it sums.
    static func isBefore(_ a: BreakdownRow, _ b: BreakdownRow) -> Bool {
        for (x, y) in zip(a.keys, b.keys) where x != y { return (x ?? .max) < (y ?? .max) }
        return false
    }
}
