import Kernel

/// The requirements that must be met before an exam are among those of the course, and can be met before it is passed.
struct ExamMeetsRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let variant = inspection.variant
        return variant.activities.filter { $0.kind == "assessment.exam" }.flatMap { exam in
            (exam.settings?["meets"]?.oneOrMore ?? []).compactMap { reference -> Finding? in
                let conditions = variant.conditions(naming: reference.id)
                if conditions.isEmpty {
                    return Finding(
                        Text(
                            nb: "«\(exam.id)» forutsetter kravet «\(reference.id)», som ikke er blant requirements",
                            nn: "«\(exam.id)» føreset kravet «\(reference.id)», som ikkje er blant requirements",
                            en: "'\(exam.id)' presupposes the requirement '\(reference.id)', which is not among the requirements"),
                        at: reference.span, meant: .init(reference.id) { variant.requirementRules.sorted() })
                }
                guard conditions.contains(where: { Self.asks($0, for: exam.id) }) else { return nil }
                return Finding(
                    Text(
                        nb: "kravet «\(reference.id)» spør etter «\(exam.id)» selv, så ingen kunne gå opp",
                        nn: "kravet «\(reference.id)» spør etter «\(exam.id)» sjølv, så ingen kunne gå opp",
                        en: "the requirement '\(reference.id)' asks for '\(exam.id)' itself, so nobody could sit"),
                    at: reference.span)
            }
        }
    }

    /// Whether some rule of a condition is about the activity.
    private static func asks(_ condition: Node, for activity: String) -> Bool {
        (condition.map?.pairs ?? []).contains { pair in
            ["all", "any", "of"].contains(pair.key)
                ? (pair.value.list ?? []).contains { asks($0, for: activity) } : pair.value.oneOrMore.contains { $0.id == activity }
        }
    }
}
