import Crypto
import Kernel

/// The joint result of one participant, as it is frozen and signed: computed from the grades of the parts alone.
struct JointResult: Sendable {
    var grade: String
    var grounds: Text
    var parts: [ResultCombination.Part]
    var combination: ResultCombination

    /// Nil while parts lack a grade.
    init?(_ parts: [ResultCombination.Part], by combination: ResultCombination) {
        guard case .grade(let grade, let grounds) = combination.answer(parts) else { return nil }
        self.grade = grade
        self.grounds = grounds
        self.parts = parts
        self.combination = combination
    }

    /// The parts and the rule, in the form in which they are kept and signed.
    var json: JSONValue {
        .object([
            (
                "parts",
                .array(
                    parts.map { part in
                        .object([
                            ("exam", .string(part.exam)), ("grade", part.grade.map(JSONValue.string) ?? .null),
                            ("gate", .bool(part.isGate)),
                            ("weight", .number(part.weight)),
                        ])
                    })
            ), ("rule", .string(combination.rule.rawValue)), ("number", combination.number.map(JSONValue.integer) ?? .null),
            ("rounding", .string(combination.rounding.rawValue)), ("scale", combination.scale.json),
        ])
    }

    /// More parts than a course can have; a file that says so is none of ours.
    private static let mostParts = 1_000

    /// Reads what `json` writes, wherever it comes from.
    init?(reading value: JSONValue) {
        guard let rule = value["rule"]?.string.flatMap(ResultCombination.Rule.init),
            let scale = value["scale"].flatMap(GradeScale.init(reading:)),
            let rounding = value["rounding"]?.string.flatMap(ResultCombination.Rounding.init)
        else { return nil }
        // No scheme has other numbers than these, so that a file that has was not written here.
        if let number = value["number"], number != .null {
            guard let number = number.integer, (1...20).contains(number) else { return nil }
        }
        let listed = value["parts"]?.array ?? []
        guard listed.allSatisfy({ (0...100).contains($0["weight"]?.double ?? 0) }) else { return nil }
        let parts = listed.map { part in
            ResultCombination.Part(
                exam: part["exam"]?.string ?? "", weight: part["weight"]?.double ?? 0, isGate: part["gate"]?.bool ?? true,
                grade: part["grade"]?.string)
        }
        let number = value["number"]?.integer
        guard parts.count <= Self.mostParts, parts.allSatisfy({ (0...100).contains($0.weight) }), number ?? 1 > 0 else { return nil }
        self.init(parts, by: ResultCombination(rule: rule, number: number, rounding: rounding, scale: scale))
    }

    /// SHA-256 over the grade and what it was computed from.
    func digest() throws -> String {
        Hex.string(SHA256.hash(data: try JSONValue.object([("computed", json), ("grade", .string(grade))]).canonical))
    }
}
