import Assessment
import Kernel

/// Examiners and results, without a store.
enum AssessmentBench {
    /// Gives 2,000 scripts, each with two examiners and one of them external, to 60 of whom each has a tie to two candidates.
    static func allocation() throws -> Int64 {
        var pool: [Allocation.Examiner] = []
        for person in Int64(1)...60 {
            let ties: Set<Int64> = [999 + person, 1059 + person]
            pool.append(Allocation.Examiner(person: person, isExternal: person <= 30, capacity: nil, ties: ties))
        }
        var scripts: [Allocation.Script] = []
        for number in Int64(1)...2000 {
            scripts.append(Allocation.Script(number: number, examiners: 2, external: 1, members: [999 + number]))
        }
        let start = Main.now()
        let given = try Allocation.solve(scripts, among: pool, seed: 7)
        let end = Main.now()
        var loads: [Int64: Int] = [:]
        for people in given.values {
            guard people.count == 2 else { throw Main.Faulty() }
            for person in people { loads[person, default: 0] += 1 }
        }
        guard let most = loads.values.max(), let least = loads.values.min(), loads.count == 60, most - least <= 1 else {
            throw Main.Faulty()
        }
        return end - start
    }

    /// The joint results of 10,000 candidates in three weighted parts, each with its sentence in every language.
    static func results() throws -> Int64 {
        let combination = ResultCombination(rule: .weighted, rounding: .up, scale: .letters)
        let grades = ["A", "B", "C", "D", "E"]
        let start = Main.now()
        var length = 0
        for candidate in 0..<10_000 {
            var parts: [ResultCombination.Part] = []
            for (place, weight) in [50.0, 30, 20].enumerated() {
                let grade = grades[(candidate * 7 + place * 3) % grades.count]
                parts.append(ResultCombination.Part(exam: "part-\(place)", weight: weight, isGate: place == 0, grade: grade))
            }
            guard case .grade(_, let reason) = combination.answer(parts) else { throw Main.Faulty() }
            length += reason.json.compact.utf8.count
        }
        let end = Main.now()
        guard length > 0 else { throw Main.Faulty() }
        return end - start
    }
}
