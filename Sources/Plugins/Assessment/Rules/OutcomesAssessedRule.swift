import Kernel

/// Every outcome is assessed by some part, and no part names an outcome that does not exist.
struct OutcomesAssessedRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let parts = AssessmentScheme(inspection)?.parts ?? []
        let known = inspection.variant.outcomes
        let assessed = Set(parts.flatMap(\.outcomes).map(\.id))
        let missing = known.filter { !assessed.contains($0.id) }.map { outcome in
            Finding(
                Text(
                    nb: "ingen del av vurderingen prøver «\(outcome.id)»", nn: "ingen del av vurderinga prøver «\(outcome.id)»",
                    en: "no part of the assessment tests '\(outcome.id)'"), at: outcome.span,
                notes: [
                    Text(
                        nb: "i varianten \(inspection.variant.id)", nn: "i varianten \(inspection.variant.id)",
                        en: "in variant \(inspection.variant.id)")
                ],
                help: Text(
                    nb: "nevn det under outcomes i en eksamensdel", nn: "nemn det under outcomes i ein eksamensdel",
                    en: "name it under outcomes of an exam part"))
        }
        let names = Set(known.map(\.id))
        let unknown = parts.flatMap(\.outcomes).filter { !names.contains($0.id) }.map { reference in
            Finding(
                Text(
                    nb: "læringsutbyttet «\(reference.id)» finnes ikke", nn: "læringsutbyttet «\(reference.id)» finst ikkje",
                    en: "there is no outcome '\(reference.id)'"), at: reference.span, meant: .init(reference.id) { known.map(\.id) })
        }
        return missing + unknown
    }
}
