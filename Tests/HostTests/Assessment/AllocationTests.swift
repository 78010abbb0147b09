import Kernel
import Testing

@testable import Assessment

/// Allocation keeps every hard constraint, evens the load, and is the same for the same seed.
@Suite struct AllocationTests {
    private func pool(_ count: Int, external: Int, ties: (Int) -> Set<Int64> = { _ in [] }) -> [Allocation.Examiner] {
        (0..<count).map { .init(person: Int64($0 + 1), isExternal: $0 < external, capacity: nil, ties: ties($0)) }
    }

    private func scripts(_ count: Int, examiners: Int = 2, external: Int = 1) -> [Allocation.Script] {
        (0..<count).map { .init(number: Int64($0 + 1), examiners: examiners, external: external, members: [Int64(1000 + $0)]) }
    }

    private func check(_ given: [Int64: [Int64]], _ scripts: [Allocation.Script], _ pool: [Allocation.Examiner]) {
        let known = Dictionary(uniqueKeysWithValues: pool.map { ($0.person, $0) })
        for script in scripts {
            let people = given[script.number] ?? []
            #expect(people.count == script.examiners && Set(people).count == people.count)
            #expect(people.count { known[$0]?.isExternal == true } >= script.external)
            for person in people { #expect(known[person]?.ties.isDisjoint(with: script.members) == true) }
        }
        for examiner in pool {
            let load = given.values.count { $0.contains(examiner.person) }
            if let capacity = examiner.capacity { #expect(load <= capacity) }
        }
    }

    private func spread(_ given: [Int64: [Int64]], _ pool: [Allocation.Examiner]) -> Int {
        let loads = pool.map { examiner in given.values.count { $0.contains(examiner.person) } }
        return (loads.max() ?? 0) - (loads.min() ?? 0)
    }

    @Test(arguments: 0..<40) func loadsDifferByOneAtMost(seed: UInt64) throws {
        var randomness = Randomness.seed(seed)
        let examiners = Int.random(in: 3...12, using: &randomness)
        let pool = pool(examiners, external: examiners - 1) { index in index % 3 == 0 ? [Int64(1000 + index), Int64(1003 + index)] : [] }
        let scripts = scripts(Int.random(in: 1...60, using: &randomness))
        let given = try Allocation.solve(scripts, among: pool, seed: seed)
        check(given, scripts, pool)
        #expect(spread(given, pool) <= 1)
        #expect(try Allocation.solve(scripts.reversed(), among: pool.reversed(), seed: seed) == given)
    }

    @Test func twoThousandScriptsAreSharedBySixty() throws {
        let pool = pool(60, external: 30) { index in [Int64(1000 + index), Int64(1060 + index)] }
        let scripts = scripts(2000)
        let given = try Allocation.solve(scripts, among: pool, seed: 7)
        check(given, scripts, pool)
        #expect(spread(given, pool) <= 1)
    }

    @Test func aTieOfEveryoneIsSaid() {
        let scripts = scripts(1, examiners: 1, external: 0)
        let all = pool(3, external: 0) { _ in [1000] }
        #expect(throws: Allocation.Impossible(script: 1, needsExternal: false)) { try Allocation.solve(scripts, among: all, seed: 1) }
        #expect(throws: Allocation.Impossible(script: 1, needsExternal: true)) {
            try Allocation.solve(self.scripts(1), among: pool(3, external: 0), seed: 1)
        }
    }

    @Test func capacityAndEarlierLoadCount() throws {
        var pool = pool(3, external: 3)
        pool[0].capacity = 1
        let given = try Allocation.solve(scripts(6, examiners: 1), among: pool, loads: [2: 3], seed: 3)
        check(given, scripts(6, examiners: 1), pool)
        #expect(given.values.count { $0 == [2] } <= 2)
    }
}
