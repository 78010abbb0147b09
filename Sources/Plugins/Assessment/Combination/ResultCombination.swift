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
        let need = rule == .bestOf ? min(number ?? parts.count, parts.count) : parts.count
        guard parts.count - lacking.count >= need, !parts.isEmpty else { return .lacking(lacking) }
        let graded = parts.compactMap { part in part.grade.map { (part: part, grade: $0) } }
        let failed = graded.filter { $0.part.isGate && !passes($0.grade) }
        let fail = scale.grades.last ?? "F"
        if rule != .bestOf, let first = failed.first {
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
        return .grade(scale.grades[position(counted)], sentence(counted))
    }

    private func passes(_ grade: String) -> Bool { GradeScale.holding(grade)?.passes(grade) ?? false }

    /// The place on the scale, 0 for the best; a pass on another scale counts as what the letters would be rounded to: nothing.
    private func place(_ grade: String) -> Int { scale.grades.firstIndex(of: grade) ?? (passes(grade) ? 0 : scale.grades.count - 1) }

    private func position(_ parts: [(part: Part, grade: String)]) -> Int {
        let letters = parts.filter { scale.contains($0.grade) }
        guard !letters.isEmpty else { return 0 }
        // In whole thousandths, so that the order of the parts cannot change a sum.
        let weights = letters.map { rule == .weighted ? Int(($0.part.weight * 1000).rounded()) : 1000 }
        let total = weights.reduce(0, +)
        guard total > 0 else { return 0 }
        let sum = zip(letters, weights).map { place($0.0.grade) * $0.1 }.reduce(0, +)
        let (whole, rest) = sum.quotientAndRemainder(dividingBy: total)
        if rest * 2 == total { return rounding == .up ? whole : whole + 1 }
        return rest * 2 > total ? whole + 1 : whole
    }

    private func sentence(_ parts: [(part: Part, grade: String)]) -> Text {
        func list(_ language: Language) -> String {
            parts.map { entry in
                let grade = "\(entry.part.exam) \(GradeScale.words(entry.grade)(language))"
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
