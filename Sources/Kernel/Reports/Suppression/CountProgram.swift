/// What counts could be, given the sums of them that are known: a search for whole numbers, none below zero.
///
/// The simplex method on ordinary floating-point numbers proposes; whole-number arithmetic decides whether the proposal holds, so that
/// rounding can make the answer nil, but never wrong. Proposals stay near the real counts, so that they often hold after more is known.
struct CountProgram {
    /// The real counts of all places.
    let real: [Int]
    /// Places whose sum is known to be 1 or more.
    private let someone: [[Int]]
    /// Places whose sum is known; none lies within another.
    private(set) var sums: [Set<Int>] = []
    /// The sums, by position, that a place is in.
    private var memberships: [[Int]]
    /// How much work may still be done; the answers are nil after that.
    var effort = 200_000_000

    /// Nothing is known yet but that there is somebody in some places.
    init(real: [Int], someone: [[Int]] = []) {
        self.real = real
        self.someone = someone
        memberships = [[Int]](repeating: [], count: real.count)
    }

    /// Makes the sum of places known, by what it says beyond the others.
    mutating func know(_ places: [Int]) {
        var news = [Set(places)]
        while var new = news.popLast() {
            while let part = sums.first(where: { $0.count <= new.count && $0.isSubset(of: new) }), !new.isEmpty { new.subtract(part) }
            guard !new.isEmpty else { continue }
            for index in sums.indices.reversed() where sums[index].isSuperset(of: new) {
                news.append(sums[index].subtracting(new))
                sums.remove(at: index)
            }
            sums.append(new)
        }
        memberships = [[Int]](repeating: [], count: real.count)
        for (index, sum) in sums.enumerated() { for place in sum { memberships[place].append(index) } }
    }

    /// Counts that agree with all that is known, and in which those places add up to `target` or more; nil where none were found.
    mutating func counts(with places: [Int], reaching target: Int) -> [Int]? {
        guard !places.isEmpty else { return target <= 0 ? real : nil }
        let near = neighbours(of: places)
        for part in [near, connected(with: places)] where part.count <= 600 {
            if let found = solve(part, places, target) { return found }
        }
        return nil
    }

    /// Whether counts agree with all that is known.
    func holds(_ counts: [Int]) -> Bool {
        counts.allSatisfy { $0 >= 0 } && sums.allSatisfy { sum in sum.reduce(0) { $0 + counts[$1] - real[$1] } == 0 }
            && someone.allSatisfy { Self.sum($0, of: counts) >= 1 }
    }

    static func sum(_ places: [Int], of counts: [Int]) -> Int { places.reduce(0) { $0 + counts[$1] } }

    /// The places, the greatest others in their sums, and what lies between those in all its sums.
    private func neighbours(of places: [Int]) -> [Int] {
        let (most, limit) = (6, 60)
        var chosen = Set(places.prefix(limit))
        for sum in Set(chosen.flatMap { memberships[$0] }) {
            chosen.formUnion(sums[sum].sorted { (real[$1], $0) < (real[$0], $1) }.prefix(most))
        }
        let touched = Set(chosen.flatMap { memberships[$0] })
        let between = Set(touched.flatMap { sums[$0] }).filter { !chosen.contains($0) && memberships[$0].allSatisfy(touched.contains) }
        return Array(chosen) + between.sorted { (real[$1], $0) < (real[$0], $1) }.prefix(max(0, limit - chosen.count))
    }

    /// Every place that a chain of sums connects with these.
    private func connected(with places: [Int]) -> [Int] {
        var found = Set(places)
        var open = places
        var seen: Set<Int> = []
        while let place = open.popLast() {
            for sum in memberships[place] where seen.insert(sum).inserted {
                for other in sums[sum] where found.insert(other).inserted { open.append(other) }
            }
        }
        return Array(found)
    }

    /// Looks for counts that differ from the real ones at some places only.
    private mutating func solve(_ part: [Int], _ places: [Int], _ target: Int) -> [Int]? {
        let part = part.sorted()
        let columns = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
        func within(_ places: some Sequence<Int>) -> [Int] { places.compactMap { columns[$0] } }
        let equal = Set(part.flatMap { memberships[$0] }).sorted().map { index in
            (columns: within(sums[index]), sum: within(sums[index]).reduce(0) { $0 + real[part[$1]] })
        }
        let least = (someone.map { ($0, 1) } + [(places, target)]).compactMap { places, least -> (columns: [Int], sum: Int)? in
            let inside = within(places)
            let outside = Self.sum(places, of: real) - inside.reduce(0) { $0 + real[part[$1]] }
            return least > outside ? (inside, least - outside) : nil
        }
        let rows = equal.count + least.count
        // A column for each place, one for what each least sum has too much, and one for what each sum still lacks.
        let lack = part.count + least.count
        let width = lack + rows
        effort -= rows * rows * width
        guard effort > 0 else { return nil }
        var tableau = SimplexTableau(rows: rows, columns: width)
        for (row, known) in (equal + least).enumerated() {
            for column in known.columns { tableau.set(row, column, 1) }
            if row >= equal.count { tableau.set(row, part.count + row - equal.count, -1) }
            tableau.set(row, lack + row, 1)
            tableau.set(row, width, Double(known.sum))
        }
        tableau.reduce(lack: lack)
        var found = real
        for place in part { found[place] = 0 }
        for (column, value) in tableau.values where column < part.count {
            guard value.magnitude < 1e15 else { return nil }
            found[part[column]] = Int(value.rounded())
        }
        return holds(found) && Self.sum(places, of: found) >= target ? found : nil
    }
}
