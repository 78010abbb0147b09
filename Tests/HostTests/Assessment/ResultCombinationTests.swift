import Kernel
import Testing

@testable import Assessment

/// A joint result is a function of the grades of the parts.
@Suite struct ResultCombinationTests {
    private func part(_ exam: String, _ grade: String?, weight: Double = 50, gate: Bool = true) -> ResultCombination.Part {
        .init(exam: exam, weight: weight, isGate: gate, grade: grade)
    }

    private func grade(
        _ rule: ResultCombination.Rule, _ parts: [ResultCombination.Part], number: Int? = nil,
        rounding: ResultCombination.Rounding = .up, scale: GradeScale = .letters
    ) -> String? {
        let combination = ResultCombination(rule: rule, number: number, rounding: rounding, scale: scale)
        guard case .grade(let grade, _) = combination.answer(parts) else { return nil }
        return grade
    }

    @Test func weightsAndRounding() {
        let parts = [part("a", "A", weight: 40), part("b", "C", weight: 60)]
        #expect(grade(.weighted, parts) == "B")
        #expect(grade(.weighted, [part("a", "B"), part("b", "C")]) == "B")
        #expect(grade(.weighted, [part("a", "B"), part("b", "C")], rounding: .down) == "C")
        #expect(grade(.weighted, [part("a", "A"), part("b", "F")]) == "F")
        #expect(grade(.weighted, [part("a", "A", weight: 90), part("b", "F", weight: 10, gate: false)]) == "A")
        #expect(grade(.weighted, [part("a", "A", weight: 90), part("b", "F", weight: 10, gate: false)], rounding: .down) == "B")
        #expect(grade(.all, [part("a", "pass"), part("b", "C")]) == "C")
        #expect(grade(.all, [part("a", "pass"), part("b", "fail")], scale: .passFail) == "fail")
        #expect(grade(.bestOf, [part("a", "A"), part("b", "F", gate: false), part("c", "C")], number: 2) == "B")
        #expect(grade(.bestOf, [part("a", "A"), part("b", nil, gate: false), part("c", "C")], number: 2) == "B")
        // What must be passed must be so whatever the others are, and is waited for.
        #expect(grade(.bestOf, [part("a", "A"), part("b", "F"), part("c", "C")], number: 2) == "F")
        #expect(grade(.bestOf, [part("a", "A"), part("b", nil), part("c", "C")], number: 2) == nil)
        #expect(grade(.all, [part("a", "A"), part("b", nil)]) == nil)
    }

    /// Whatever the order of the parts, the answer is the same; a better grade never makes it worse.
    @Test(arguments: 0..<200) func orderIsOfNoMatterAndBetterIsNeverWorse(seed: UInt64) {
        var randomness = Randomness.seed(seed)
        let letters = GradeScale.letters.grades.map(\.id)
        let count = Int.random(in: 1...5, using: &randomness)
        let weights = (0..<count).map { _ in Double(Int.random(in: 1...40, using: &randomness)) + 0.5 }
        var parts = (0..<count).map { index in
            part("p\(index)", letters.randomElement(using: &randomness), weight: weights[index], gate: Bool.random(using: &randomness))
        }
        let rules: [ResultCombination.Rule] = [.all, .weighted, .bestOf]
        for rule in rules {
            let first = grade(rule, parts, number: 2)
            #expect(grade(rule, parts.shuffled(using: &randomness), number: 2) == first)
            let index = Int.random(in: 0..<count, using: &randomness)
            let old = letters.firstIndex(of: parts[index].grade ?? "F") ?? 0
            guard old > 0 else { continue }
            parts[index].grade = letters[old - 1]
            let better = grade(rule, parts, number: 2)
            #expect((letters.firstIndex(of: better ?? "F") ?? 9) <= (letters.firstIndex(of: first ?? "F") ?? 9))
            parts[index].grade = letters[old]
        }
    }

    @Test func aSignedResultIsReadAsItWasWritten() throws {
        let combination = ResultCombination(rule: .weighted, number: nil, rounding: .down, scale: .letters)
        let result = try #require(JointResult([part("a", "B", weight: 40), part("b", "C", weight: 60)], by: combination))
        let again = try #require(JointResult(reading: try JSONValue(parsing: Array(result.json.compact.utf8))))
        #expect(again.grade == result.grade && again.parts == result.parts)
        #expect(try again.digest() == result.digest())
    }
}
