import Kernel

/// Someone from outside examines each part, or evaluates the scheme (UH-loven § 11-6, consolidated 2026-08-01).
struct ExternalEyeRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let scheme = AssessmentScheme(inspection), !scheme.isEvaluatedFromOutside else { return [] }
        return scheme.parts.filter { $0.externalExaminers == 0 }.map { part in
            Finding(
                Text(
                    nb: "«\(part.exam)» har ingen ekstern sensor, og ordningen evalueres ikke utenfra",
                    nn: "«\(part.exam)» har ingen ekstern sensor, og ordninga blir ikkje evaluert utanfrå",
                    en: "'\(part.exam)' has no external examiner, and the scheme is not evaluated from outside"), at: part.examinersSpan,
                help: Text(
                    nb: "gi delen en ekstern sensor, eller skriv evaluation: {external: true}",
                    nn: "gi delen ein ekstern sensor, eller skriv evaluation: {external: true}",
                    en: "give the part an external examiner, or write evaluation: {external: true}"))
        }
    }
}
