/// Looks for a combination of published sums that is about too few people.
///
/// The rows span all combinations that leave out every large atom. One of them is about the atoms of a set T alone exactly when the
/// columns of T in a basis of the rows' null space are dependent; so dependent sets of columns are looked for, in depth, as long as
/// their atoms together hold fewer people than the floor.
struct SmallGroupSearch {
    /// The people of each column.
    let people: [Set<Int>]
    let floor: Int
    /// How many columns may be tried before the answer is that there may be such a combination.
    private(set) var budget: Int

    init(people: [Set<Int>], floor: Int, budget: Int) {
        self.people = people
        self.floor = floor
        self.budget = budget
    }

    /// Whether a combination of the rows other than zero is about fewer people than the floor, or whether that takes too long to tell.
    mutating func mayExist(in rows: [[UInt64]]) -> Bool {
        var blocks: [(rows: [[UInt64]], columns: Set<Int>)] = []
        for row in rows {
            var block = (rows: [row], columns: Set(row.indices.filter { row[$0] != 0 }))
            if count(block.columns) < floor { return true }
            for other in blocks where !other.columns.isDisjoint(with: block.columns) {
                block.rows += other.rows
                block.columns.formUnion(other.columns)
            }
            blocks.removeAll { !$0.columns.isDisjoint(with: block.columns) }
            blocks.append(block)
        }
        for block in blocks where block.rows.count > 1 {
            if mayExist(inBlock: block.rows, columns: block.columns.sorted()) { return true }
        }
        return false
    }

    private func count(_ columns: Set<Int>) -> Int {
        var all: Set<Int> = []
        for column in columns {
            all.formUnion(people[column])
            if all.count >= floor { break }
        }
        return all.count
    }

    private mutating func mayExist(inBlock rows: [[UInt64]], columns: [Int]) -> Bool {
        let dual = folded(Self.dual(rows.map { row in columns.map { row[$0] } }, count: columns.count))
        return search(from: 0, columns: columns, dual: dual, span: EchelonRows(), people: [])
    }

    private mutating func search(from first: Int, columns: [Int], dual: [[UInt64]], span: EchelonRows, people held: Set<Int>) -> Bool {
        for place in first..<columns.count {
            let together = held.union(people[columns[place]])
            guard together.count < floor else { continue }
            budget -= 1
            guard budget > 0 else { return true }
            var wider = span
            guard wider.insert(dual[place]) else { return true }
            if search(from: place + 1, columns: columns, dual: dual, span: wider, people: together) { return true }
        }
        return false
    }

    /// Shorter columns, whose dependence is that of the long ones as far as sets below the floor go.
    ///
    /// Dependent columns stay so; independent ones as many as there are rows left become dependent for one choice of factors in 2^61.
    private func folded(_ columns: [[UInt64]]) -> [[UInt64]] {
        let length = floor + 4
        guard let long = columns.first?.count, long > length else { return columns }
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        let factors = (0..<length).map { _ in
            (0..<long).map { _ -> UInt64 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (state >> 3) % ModularRow.prime
            }
        }
        return columns.map { column in
            let used = column.indices.filter { column[$0] != 0 }
            return factors.map { row in
                used.reduce(UInt64(0)) { sum, index in
                    let next = sum + ModularRow.product(row[index], column[index])
                    return next >= ModularRow.prime ? next - ModularRow.prime : next
                }
            }
        }
    }

    /// For each column its entries in a basis of the null space of the rows.
    private static func dual(_ rows: [[UInt64]], count: Int) -> [[UInt64]] {
        var reduced: [(pivot: Int, entries: [UInt64])] = []
        for row in rows {
            var rest = row
            for (pivot, entries) in reduced { ModularRow.subtract(entries, times: rest[pivot], from: &rest) }
            guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { continue }
            ModularRow.normalise(&rest, at: pivot)
            for index in reduced.indices { ModularRow.subtract(rest, times: reduced[index].entries[pivot], from: &reduced[index].entries) }
            reduced.append((pivot, rest))
        }
        let pivots = Dictionary(uniqueKeysWithValues: reduced.map { ($0.pivot, $0.entries) })
        let free = (0..<count).filter { pivots[$0] == nil }
        return (0..<count).map { column in
            guard let entries = pivots[column] else { return free.map { $0 == column ? 1 : 0 } }
            return free.map { entries[$0] == 0 ? 0 : ModularRow.prime - entries[$0] }
        }
    }
}
