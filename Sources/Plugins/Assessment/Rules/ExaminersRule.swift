import Kernel

/// Each part has as many examiners as the law asks for (UH-loven § 11-7(2), consolidated 2026-08-01).
///
/// Two where the part alone counts 15 credits or more, or leaves nothing that can be marked again; otherwise one.
struct ExaminersRule: VariantRule {
    private static let creditsForTwo = RequiredExaminers.creditsForTwo
    private static let notVerifiable = RequiredExaminers.notVerifiable

    func findings(in inspection: VariantInspection) -> [Finding] {
        (AssessmentScheme(inspection)?.parts ?? []).compactMap { part in
            let reason: (label: Diagnostic.Label, text: Text)?
            if Self.notVerifiable.contains(part.form) {
                reason = (
                    .init(
                        part.formSpan, Text(nb: "kan ikke etterprøves", nn: "kan ikkje etterprøvast", en: "leaves nothing to mark again")),
                    Text(nb: "formen ikke kan etterprøves", nn: "forma ikkje kan etterprøvast", en: "its form leaves nothing to mark again")
                )
            } else if part.credits >= Self.creditsForTwo {
                reason = (
                    .init(
                        part.creditsSpan,
                        Text(
                            nb: "\(part.credits.brief) studiepoeng alene", nn: "\(part.credits.brief) studiepoeng åleine",
                            en: "\(part.credits.brief) credits alone")),
                    Text(
                        nb: "den alene er \(part.credits.brief) studiepoeng", nn: "han åleine er \(part.credits.brief) studiepoeng",
                        en: "it alone counts \(part.credits.brief) credits")
                )
            } else if part.thesis != "none" {
                reason = (
                    .init(
                        part.formSpan,
                        Text(nb: "arbeid i en grad", nn: "arbeid i ein grad", en: "work of a degree")),
                    Text(
                        nb: "den er selvstendig arbeid i en grad", nn: "han er sjølvstendig arbeid i ein grad",
                        en: "it is the independent work of a degree")
                )
            } else {
                reason = nil
            }
            let required = RequiredExaminers(form: part.form, credits: part.credits, thesis: part.thesis)
            if part.externalExaminers < required.external {
                return Finding(
                    Text(
                        nb: "«\(part.exam)» trenger en ekstern sensor, fordi den er selvstendig arbeid i en mastergrad",
                        nn: "«\(part.exam)» treng ein ekstern sensor, fordi han er sjølvstendig arbeid i ein mastergrad",
                        en: "'\(part.exam)' needs an external examiner, because it is the independent work of a master's degree"),
                    at: part.examinersSpan)
            }
            let needed = required.total
            let given = part.internalExaminers + part.externalExaminers
            guard given < needed else { return nil }
            let why = reason.map { reason in
                Text(nb: ", fordi \(reason.text(.nb))", nn: ", fordi \(reason.text(.nn))", en: ", because \(reason.text(.en))")
            }
            return Finding(
                Text(
                    nb: "«\(part.exam)» har \(given) sensor, men trenger \(needed)\(why?(.nb) ?? "")",
                    nn: "«\(part.exam)» har \(given) sensor, men treng \(needed)\(why?(.nn) ?? "")",
                    en: "'\(part.exam)' has \(given) examiner\(given == 1 ? "" : "s"), but needs \(needed)\(why?(.en) ?? "")"),
                at: part.examinersSpan,
                labels: reason.map { [$0.label] } ?? [])
        }
    }
}
