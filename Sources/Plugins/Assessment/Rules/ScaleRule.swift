import Kernel

/// The scale that a variant names is there and can be used, and where the exam gives credits it is one of the two that the Act knows (UH-loven
/// § 11-7(1), consolidated 2026-08-01).
struct ScaleRule: VariantRule {
    enum Demand: Sendable { case usable, lawful }

    private let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let scheme = AssessmentScheme(inspection), let named = scheme.scale, let id = named.string else { return [] }
        let known = GradeScales.all(inspection.contributions(to: GradeScales.self))
        let found = known.filter { $0.id == id }
        switch demand {
        case .usable: return usable(id, found, known, scheme, at: named.span)
        case .lawful:
            guard let scale = found.first, !scale.isStatutory,
                let part = scheme.parts.first(where: { $0.credits > 0 })
            else { return [] }
            return [
                Finding(
                    Text(
                        nb: "«\(id)» kan ikke brukes der eksamen gir studiepoeng: bestått og ikke bestått, eller A til F",
                        nn: "«\(id)» kan ikkje brukast der eksamen gir studiepoeng: greidd og ikkje greidd, eller A til F",
                        en: "'\(id)' may not be used where the exam gives credits: pass and fail, or A to F"),
                    at: named.span,
                    labels: [
                        .init(
                            part.creditsSpan,
                            Text(
                                nb: "\(part.credits.brief) studiepoeng", nn: "\(part.credits.brief) studiepoeng",
                                en: "\(part.credits.brief) credits"))
                    ])
            ]
        }
    }

    private func usable(
        _ id: String, _ found: [GradeScale], _ known: [GradeScale], _ scheme: AssessmentScheme, at span: SourceSpan
    ) -> [Finding] {
        guard let scale = found.first else {
            return [
                Finding(
                    Text(
                        nb: "ingen modul som er slått på, har skalaen «\(id)»", nn: "ingen modul som er slått på, har skalaen «\(id)»",
                        en: "no module that is enabled has the scale '\(id)'"), at: span, meant: .init(id) { known.map(\.id) })
            ]
        }
        if found.count > 1 {
            return [
                Finding(
                    Text(
                        nb: "flere moduler har en skala som heter «\(id)»", nn: "fleire modular har ein skala som heiter «\(id)»",
                        en: "several modules have a scale called '\(id)'"), at: span)
            ]
        }
        if let fault = scale.fault {
            return [
                Finding(
                    Text(
                        nb: "skalaen «\(id)» kan ikke brukes: \(fault(.nb))", nn: "skalaen «\(id)» kan ikkje brukast: \(fault(.nn))",
                        en: "the scale '\(id)' cannot be used: \(fault(.en))"), at: span)
            ]
        }
        guard scheme.rule == "weighted", !scale.hasValues else { return [] }
        return [
            Finding(
                Text(
                    nb: "delene kan ikke vektes, for karakterene på skalaen «\(id)» har ingen verdi",
                    nn: "delane kan ikkje vektast, for karakterane på skalaen «\(id)» har ingen verdi",
                    en: "the parts cannot be weighted, since the grades of the scale '\(id)' have no value"), at: span)
        ]
    }
}
