import Kernel

/// A scale that grades are set on, from the best to the one that fails.
///
/// The Act knows two (UH-loven § 11-7(1), consolidated 2026-08-01).
package struct GradeScale: Sendable, Hashable {
    var id: String
    /// From the best down; the last one fails.
    var grades: [String]

    package static let letters = GradeScale(id: "a-f", grades: ["A", "B", "C", "D", "E", "F"])
    static let passFail = GradeScale(id: "pass-fail", grades: ["pass", "fail"])
    static let all = [letters, passFail]

    static func named(_ id: String) -> GradeScale { all.first { $0.id == id } ?? letters }

    /// The scale that a grade belongs to.
    static func holding(_ grade: String) -> GradeScale? { all.first { $0.grades.contains(grade) } }

    /// A grade as people read it: a letter, or the words for passed and not passed.
    static func words(_ grade: String) -> Text {
        switch grade {
        case "pass": Text(nb: "bestått", nn: "greidd", en: "pass")
        case "fail": Text(nb: "ikke bestått", nn: "ikkje greidd", en: "fail")
        default: Text(verbatim: grade)
        }
    }

    func contains(_ grade: String) -> Bool { grades.contains(grade) }

    func passes(_ grade: String) -> Bool { grades.dropLast().contains(grade) }

    /// How many grades lie between two, their own step counted; nil where one is not on the scale.
    func steps(from first: String, to second: String) -> Int? {
        guard let a = grades.firstIndex(of: first), let b = grades.firstIndex(of: second) else { return nil }
        return abs(a - b)
    }
}
