import Kernel

/// People at schools, with a role and a result, for the tests of suppression.
struct SampleCohort {
    static let schools = Breakdown.Dimension(
        "school", Text(verbatim: "School"), keys: ["A", "B", "C"].map { .init($0, Text(verbatim: "school \($0)")) }, listsEveryKey: false)
    static let roles = Breakdown.Dimension(
        "role", Text(verbatim: "Role"), keys: ["x", "y"].map { .init($0, Text(verbatim: "role \($0)")) }, listsEveryKey: true)
    static let count = SuppressedReport.Column("n", Text(verbatim: "N"), measure: KernelMeasure.count)
    static let mean = SuppressedReport.Column("mean", Text(verbatim: "Mean"), field: "points", measure: KernelMeasure.mean)
    static let passed = SuppressedReport.Column(
        "passed", Text(verbatim: "Passed"), field: "passed", measure: KernelMeasure.share(.bool(true)))

    var generator: SeededGenerator
    var people: [Observation] = []
    private var next = 0

    init(_ seed: UInt64, count: Int) {
        generator = SeededGenerator(seed)
        for _ in 0..<count { add() }
    }

    mutating func add() {
        next += 1
        // Schools of unlike size, so that some are small.
        let school = ["A", "A", "A", "A", "B", "B", "C"].randomElement(using: &generator) ?? "A"
        let role = ["x", "x", "y"].randomElement(using: &generator) ?? "x"
        let person = Int.random(in: 0..<8, using: &generator) == 0 ? "u\(max(1, next - 1))" : "u\(next)"
        people.append(Observation(id: "r\(next)", person: person, keys: [school, role], values: values()))
    }

    private mutating func values() -> [String: JSONValue] {
        let isMissing = Int.random(in: 0..<12, using: &generator) == 0
        return [
            "points": isMissing ? .null : .integer(Int.random(in: 0...5, using: &generator)),
            "passed": .bool(Bool.random(using: &generator)),
        ]
    }

    /// Some come, some go, some values change.
    mutating func move() {
        for _ in 0..<Int.random(in: 0...4, using: &generator) { add() }
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !people.isEmpty {
            people.remove(at: Int.random(in: people.indices, using: &generator))
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !people.isEmpty {
            let index = Int.random(in: people.indices, using: &generator)
            people[index].values = values()
        }
    }

    static func report(_ breakdown: Breakdown, _ columns: [SuppressedReport.Column], floor: Int) -> SuppressedReport {
        SuppressedReport("test.report", title: Text(verbatim: "Test"), breakdown: breakdown, columns: columns, floor: floor)
    }

    /// People of given numbers in each school, all in one role.
    static func sized(_ sizes: [Int], values: [String: JSONValue] = [:]) -> [Observation] {
        zip(["A", "B", "C"], sizes).flatMap { school, size in
            (0..<size).map { Observation(id: "\(school)\($0)", person: "\(school)\($0)", keys: [school, "x"], values: values) }
        }
    }

    static let now: Instant = Instant(seconds: 1_800_000_000) ?? .earliest
}
