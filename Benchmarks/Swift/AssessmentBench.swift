import Assessment
import Kernel

/// Examiners and results, without a store.
enum AssessmentBench {
    /// Gives 2,000 scripts, each with two examiners and one of them external, to 60 of whom each has a tie to two candidates.
    static func allocation() throws -> Int64 {
        let pool = (0..<60).map { index in
            Allocation.Examiner(
                person: Int64(index + 1), isExternal: index < 30, capacity: nil, ties: [Int64(1000 + index), Int64(1060 + index)])
        }
        let scripts = (0..<2000).map { Allocation.Script(number: Int64($0 + 1), examiners: 2, external: 1, members: [Int64(1000 + $0)]) }
        let start = Main.now()
        let given = try Allocation.solve(scripts, among: pool, seed: 7)
        let end = Main.now()
        let loads = Dictionary(given.values.joined().map { ($0, 1) }, uniquingKeysWith: +).values
        guard given.values.allSatisfy({ $0.count == 2 }), (loads.max() ?? 2) - (loads.min() ?? 0) <= 1 else { throw Main.Faulty() }
        return end - start
    }

    /// The joint results of 10,000 candidates in three weighted parts, each with its sentence in every language.
    static func results() throws -> Int64 {
        let combination = ResultCombination(rule: .weighted, rounding: .up, scale: .letters)
        let grades = ["A", "B", "C", "D", "E"]
        let start = Main.now()
        var length = 0
        for candidate in 0..<10_000 {
            let parts = [(50.0, 0), (30, 1), (20, 2)].map { weight, place in
                ResultCombination.Part(
                    exam: "part-\(place)", weight: weight, isGate: place == 0, grade: grades[(candidate * 7 + place * 3) % grades.count])
            }
            guard case .grade(_, let reason) = combination.answer(parts) else { throw Main.Faulty() }
            length += reason.json.compact.utf8.count
        }
        let end = Main.now()
        guard length > 0 else { throw Main.Faulty() }
        return end - start
    }
}
