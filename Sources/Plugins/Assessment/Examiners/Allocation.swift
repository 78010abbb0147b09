import Kernel

/// Gives scripts to examiners: as many for each script as it requires, an external one where it requires that, nobody who has a tie to
/// someone who wrote it, and no load more than one above another's unless a hard constraint leaves no other way.
///
/// The same input and seed give the same answer.
package struct Allocation: Sendable {
    /// What needs examiners.
    package struct Script: Sendable, Hashable {
        var number: Int64
        var examiners: Int
        var external: Int
        /// Who wrote it.
        var members: Set<Int64>
        /// Who may not judge it, whoever wrote it.
        var barred: Set<Int64>

        package init(number: Int64, examiners: Int, external: Int, members: Set<Int64>, barred: Set<Int64> = []) {
            self.number = number
            self.examiners = examiners
            self.external = external
            self.members = members
            self.barred = barred
        }
    }

    /// Who may judge.
    package struct Examiner: Sendable, Hashable {
        var person: Int64
        var isExternal: Bool
        /// The most scripts in the offering; nil for any number.
        var capacity: Int?
        /// How many of those there are already.
        var taken: Int
        /// Those whose scripts are not for this examiner.
        var ties: Set<Int64>

        package init(person: Int64, isExternal: Bool, capacity: Int?, taken: Int = 0, ties: Set<Int64>) {
            self.person = person
            self.isExternal = isExternal
            self.capacity = capacity
            self.taken = taken
            self.ties = ties
        }
    }

    /// That no examiner is left for a script.
    package struct Impossible: Error, Hashable {
        var script: Int64
        var needsExternal: Bool
    }

    private var examiners: [Examiner]
    private var loads: [Int]
    private let order: [Int]
    private(set) var given: [Int64: [Int]] = [:]

    private init(_ examiners: [Examiner], loads: [Int], order: [Int]) {
        self.examiners = examiners
        self.loads = loads
        self.order = order
    }

    /// - Parameters:
    ///   - loads: how many scripts each examiner has already, wherever, by person.
    ///   - seed: decides between those who are equal.
    /// - Returns: the examiners of each script, by script.
    package static func solve(
        _ scripts: [Script], among pool: [Examiner], loads: [Int64: Int] = [:], seed: UInt64
    ) throws(Impossible) -> [Int64: [Int64]] {
        var randomness = Randomness.seed(seed)
        let pool = pool.sorted { $0.person < $1.person }
        let order = pool.indices.shuffled(using: &randomness)
        var allocation = Allocation(pool, loads: pool.map { loads[$0.person] ?? 0 }, order: order)
        // The hardest first: those that fewest may judge.
        let rank = scripts.sorted { $0.number < $1.number }.shuffled(using: &randomness)
        let fitting = rank.map { script in
            (script, pool.count { $0.ties.isDisjoint(with: script.members) && !script.barred.contains($0.person) })
        }
        let sorted = fitting.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
        for script in sorted { try allocation.give(script) }
        allocation.level(Dictionary(scripts.map { ($0.number, $0) }) { first, _ in first })
        return allocation.given.mapValues { $0.map { pool[$0].person } }
    }

    private func fits(_ index: Int, _ script: Script) -> Bool {
        examiners[index].ties.isDisjoint(with: script.members) && !script.barred.contains(examiners[index].person)
    }

    private func hasRoom(_ index: Int) -> Bool { examiners[index].capacity.map { examiners[index].taken < $0 } ?? true }

    private mutating func give(_ script: Script) throws(Impossible) {
        var chosen: [Int] = []
        for place in 0..<max(1, script.examiners) {
            let needsExternal = place < script.external
            var best: Int?
            for index in order where !chosen.contains(index) && hasRoom(index) && fits(index, script) {
                if needsExternal, !examiners[index].isExternal { continue }
                if let known = best, loads[known] <= loads[index] { continue }
                best = index
            }
            guard let best else {
                // That one from outside is missing says nothing where too few are left of any kind.
                let left = order.count { !chosen.contains($0) && hasRoom($0) && fits($0, script) }
                throw Impossible(
                    script: script.number, needsExternal: needsExternal && chosen.count + left >= max(1, script.examiners))
            }
            chosen.append(best)
            loads[best] += 1
            examiners[best].taken += 1
        }
        given[script.number] = chosen
    }

    /// Moves scripts from those who have most to those who have least, along chains of examiners, while that brings loads nearer.
    private mutating func level(_ scripts: [Int64: Script]) {
        var held: [[Int64]] = Array(repeating: [], count: examiners.count)
        for (number, indices) in given.sorted(by: { $0.key < $1.key }) { for index in indices { held[index].append(number) } }
        while let path = chain(held, scripts) {
            for step in path {
                given[step.script]?.removeAll { $0 == step.from }
                given[step.script]?.append(step.to)
                held[step.from].removeAll { $0 == step.script }
                held[step.to].append(step.script)
            }
            if let first = path.first, let last = path.last {
                loads[first.from] -= 1
                loads[last.to] += 1
                examiners[first.from].taken -= 1
                examiners[last.to].taken += 1
            }
        }
    }

    private struct Step {
        var script: Int64
        var from: Int
        var to: Int
    }

    /// The shortest chain of moves from an examiner to one whose load is at least two lower.
    private func chain(_ held: [[Int64]], _ scripts: [Int64: Script]) -> [Step]? {
        guard let least = loads.min(), let most = loads.max(), most - least >= 2 else { return nil }
        for start in order.sorted(by: { loads[$0] > loads[$1] }) where loads[start] - least >= 2 {
            var came: [Int: Step] = [:]
            var queue = [start]
            var next = 0
            while next < queue.count {
                let from = queue[next]
                next += 1
                for to in order where to != start && came[to] == nil {
                    guard let script = held[from].first(where: { canMove($0, from, to, scripts) }) else { continue }
                    came[to] = Step(script: script, from: from, to: to)
                    if loads[start] - loads[to] >= 2, hasRoom(to) { return path(to: to, from: start, came) }
                    queue.append(to)
                }
            }
        }
        return nil
    }

    private func path(to end: Int, from start: Int, _ came: [Int: Step]) -> [Step] {
        var path: [Step] = []
        var at = end
        while at != start, let step = came[at] {
            path.insert(step, at: 0)
            at = step.from
        }
        return path
    }

    private func canMove(_ number: Int64, _ from: Int, _ to: Int, _ scripts: [Int64: Script]) -> Bool {
        guard let script = scripts[number], let indices = given[number], !indices.contains(to), fits(to, script) else { return false }
        guard examiners[from].isExternal, !examiners[to].isExternal else { return true }
        return indices.count(where: { examiners[$0].isExternal }) > script.external
    }
}
