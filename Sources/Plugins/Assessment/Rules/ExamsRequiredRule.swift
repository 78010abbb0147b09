import Kernel

/// No exam part is left out of what it takes to complete.
struct ExamsRequiredRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let required = Set(inspection.variant.requirementLeaves("passed").flatMap(\.oneOrMore).map(\.id))
        return (AssessmentScheme(inspection)?.parts ?? []).filter { !required.contains($0.exam) }.map { part in
            Finding(
                Text(
                    nb: "ingen krav spør etter eksamensdelen «\(part.exam)»", nn: "ingen krav spør etter eksamensdelen «\(part.exam)»",
                    en: "no requirement asks for the exam part '\(part.exam)'"), at: part.span,
                help: Text(
                    nb: "legg til passed: \(part.exam) i requirements", nn: "legg til passed: \(part.exam) i requirements",
                    en: "add passed: \(part.exam) to the requirements"))
        }
    }
}
