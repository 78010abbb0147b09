public import Kernel

/// A scale that grades are set on.
///
/// Contributed under `assessment.scales`, by the name that a variant's section `assessment` gives as its `scale`.
/// ```swift
/// registrar.contribute(
///     GradeScale([
///         .init("distinction", Text(nb: "Meget godt bestått", nn: "Svært godt greidd", en: "Distinction"), value: 2),
///         .init("merit", Text(nb: "Bestått", nn: "Greidd", en: "Merit"), value: 1),
///         .init("not-yet", Text(nb: "Ikke ennå", nn: "Ikkje enno", en: "Not yet"), passes: false, value: 0),
///     ]), named: "merit", to: GradeScales.self)
/// ```
public struct GradeScale: Sendable, Hashable {
    /// One grade of a scale.
    public struct Grade: Sendable, Hashable {
        /// What is stored, printed in files and given to commands.
        public var id: String
        /// What people read.
        public var title: Text
        public var passes: Bool
        /// What it counts where grades are combined; nil where they cannot be reckoned with.
        public var value: Int?

        /// - Parameters:
        ///   - id: letters, digits, `+` and `-`, at most 40.
        ///   - value: between -1 000 000 and 1 000 000; a scale with tenths uses ten times as much.
        public init(_ id: String, _ title: Text, passes: Bool = true, value: Int? = nil) {
            self.id = id
            self.title = title
            self.passes = passes
            self.value = value
        }
    }

    /// The name that it was contributed under.
    package internal(set) var id = ""
    /// From the best down.
    public var grades: [Grade]

    /// - Parameter grades: from the best down; those that fail come last.
    public init(_ grades: [Grade]) { self.grades = grades }

    private init(id: String, _ grades: [Grade]) {
        self.id = id
        self.grades = grades
    }

    /// A to E pass, F fails (UH-loven § 11-7(1), consolidated 2026-08-01).
    package static let letters = GradeScale(
        id: "a-f", ["A", "B", "C", "D", "E", "F"].enumerated().map { Grade($1, Text(verbatim: $1), passes: $1 != "F", value: 5 - $0) })
    /// Passed or not (UH-loven § 11-7(1), consolidated 2026-08-01).
    package static let passFail = GradeScale(
        id: "pass-fail",
        [
            Grade("pass", Text(nb: "bestått", nn: "greidd", en: "pass"), value: 1),
            Grade("fail", Text(nb: "ikke bestått", nn: "ikkje greidd", en: "fail"), passes: false, value: 0),
        ])
    /// The two that the Act knows.
    static let statutory = [letters, passFail]

    var isStatutory: Bool { Self.statutory.contains(self) }
    /// Whether the grades can be reckoned with, as weights and rounding do.
    var hasValues: Bool { grades.allSatisfy { $0.value != nil } }
    /// The best grade that does not pass.
    var fail: String { grades.first { !$0.passes }?.id ?? grades.last?.id ?? "" }
    /// The grades as a list that people read.
    var list: String { grades.map(\.id).joined(separator: ", ") }

    func grade(_ id: String) -> Grade? { grades.first { $0.id == id } }

    func place(_ grade: String) -> Int? { grades.firstIndex { $0.id == grade } }

    func contains(_ grade: String) -> Bool { place(grade) != nil }

    func passes(_ grade: String) -> Bool { self.grade(grade)?.passes ?? false }

    /// A grade as people read it; what is not on the scale stands as it is.
    func words(_ grade: String) -> Text { self.grade(grade)?.title ?? Text(verbatim: grade) }

    /// How many grades lie between two, their own step counted; nil where one is not on the scale.
    func steps(from first: String, to second: String) -> Int? {
        guard let a = place(first), let b = place(second) else { return nil }
        return abs(a - b)
    }
}
