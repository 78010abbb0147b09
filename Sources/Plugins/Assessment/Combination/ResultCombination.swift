package import Kernel

/// How the grades of the parts make one result.
///
/// A pure function of the grades: the same grades, in whatever order they came, give the same result.
package struct ResultCombination: Sendable, Hashable {
    package enum Rule: String, Sendable { case all, weighted, bestOf = "best-of" }
    package enum Rounding: String, Sendable { case up, down }

    /// One part with the grade that holds now.
    package struct Part: Sendable, Hashable {
        var exam: String
        var weight: Double
        /// Whether it must be passed for the course to be passed.
        var isGate: Bool
        var grade: String?

        package init(exam: String, weight: Double, isGate: Bool, grade: String?) {
            self.exam = exam
            self.weight = weight
            self.isGate = isGate
            self.grade = grade
        }
    }

    /// What came of it.
    package enum Answer: Sendable, Hashable {
        case grade(String, Text)
        /// Not yet, and the parts that lack a grade.
        case lacking([String])
    }

    var rule: Rule
    var number: Int?
    var rounding: Rounding
    var scale: GradeScale

    package init(rule: Rule, number: Int? = nil, rounding: Rounding, scale: GradeScale) {
        self.rule = rule
        self.number = number
        self.rounding = rounding
        self.scale = scale
    }

    /// The joint result of the parts.
    package func answer(_ parts: [Part]) -> Answer {
        let lacking = parts.filter { $0.grade == nil }.map(\.exam)
        let need = rule == .bestOf ? min(max(number ?? parts.count, 1), parts.count) : parts.count
        let isWaiting = parts.contains { $0.isGate && $0.grade == nil }
        guard parts.count - lacking.count >= need, !isWaiting, !parts.isEmpty else { return .lacking(lacking) }
        let graded = parts.compactMap { part in part.grade.map { (part: part, grade: $0) } }
        let failed = graded.filter { $0.part.isGate && !passes($0.grade) }
        let fail = scale.fail
        if let first = failed.first {
            return .grade(
                fail,
                Text(
                    nb: "«\(first.part.exam)» er ikke bestått", nn: "«\(first.part.exam)» er ikkje greidd",
                    en: "'\(first.part.exam)' is not passed"))
        }
        let counted = rule == .bestOf ? Array(graded.sorted { place($0.grade) < place($1.grade) }.prefix(need)) : graded
        if rule == .bestOf, let bad = counted.first(where: { !passes($0.grade) }) {
            return .grade(
                fail,
                Text(
                    nb: "for få deler er bestått; «\(bad.part.exam)» er ikke det",
                    nn: "for få delar er greidde; «\(bad.part.exam)» er ikkje det",
                    en: "too few parts are passed; '\(bad.part.exam)' is not"))
        }
        return .grade(scale.grades[position(counted)].id, sentence(counted))
    }

    /// The scale that a grade is on: that of the course, or where it is on none of that, one that the Act knows.
    private func home(of grade: String) -> GradeScale? {
        scale.contains(grade) ? scale : GradeScale.statutory.first { $0.contains(grade) }
    }

    private func passes(_ grade: String) -> Bool { home(of: grade)?.passes(grade) ?? false }

    /// The place on the scale, 0 for the best; a pass on another scale counts as what the letters would be rounded to: nothing.
    private func place(_ grade: String) -> Int { scale.place(grade) ?? (passes(grade) ? 0 : scale.grades.count - 1) }

    /// The place of the joint grade: the one whose value is nearest to the mean, or the lowest of all on a scale without values.
    private func position(_ parts: [(part: Part, grade: String)]) -> Int {
        let known = parts.compactMap { entry in scale.place(entry.grade).map { (part: entry.part, place: $0) } }
        guard let worst = known.map(\.place).max() else { return 0 }
        let values = scale.grades.compactMap(\.value)
        guard values.count == scale.grades.count else { return worst }
        // In whole thousandths, so that the order of the parts cannot change a sum.
        let weights = known.map { rule == .weighted ? Int((min(max($0.part.weight, 0), 100) * 1000).rounded()) : 1000 }
        let total = weights.reduce(0, +)
        guard total > 0 else { return 0 }
        let sum = zip(known, weights).map { values[$0.0.place] * $0.1 }.reduce(0, +)
        let distances = values.map { abs($0 * total - sum) }
        let nearest = distances.indices.filter { distances[$0] == distances.min() }
        return (rounding == .up ? nearest.first : nearest.last) ?? worst
    }

    private func sentence(_ parts: [(part: Part, grade: String)]) -> Text {
        func list(_ language: Language) -> String {
            parts.map { entry in
                let grade = "\(entry.part.exam) \((home(of: entry.grade) ?? scale).words(entry.grade)(language))"
                return rule == .weighted ? "\(grade) (\(entry.part.weight.brief) %)" : grade
            }
            .joined(separator: ", ")
        }
        switch rule {
        case .all: return Text(nb: "alle deler: \(list(.nb))", nn: "alle delar: \(list(.nn))", en: "all parts: \(list(.en))")
        case .weighted:
            return Text(
                nb: "vektet, midt mellom to rundes \(rounding == .up ? "opp" : "ned"): \(list(.nb))",
                nn: "vekta, midt mellom to blir runda \(rounding == .up ? "opp" : "ned"): \(list(.nn))",
                en: "weighted, halfway is rounded \(rounding == .up ? "up" : "down"): \(list(.en))")
        case .bestOf: return Text(nb: "de beste: \(list(.nb))", nn: "dei beste: \(list(.nn))", en: "the best: \(list(.en))")
        }
    }
}
