import Kernel

/// Every aim of the programme is served by some outcome.
struct AimsServedRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let served = Set(inspection.variant.outcomes.flatMap(\.aims).map(\.id))
        return inspection.variant.aims.filter { !served.contains($0.id) }.map { aim in
            Finding(
                Text(
                    nb: "ikke noe læringsutbytte tjener målet «\(aim.id)»", nn: "ikkje noko læringsutbytte tener målet «\(aim.id)»",
                    en: "no outcome serves the aim '\(aim.id)'"), at: aim.span)
        }
    }
}
