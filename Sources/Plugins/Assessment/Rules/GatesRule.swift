import Kernel

/// Which parts must be passed agrees with how the parts make one result.
///
/// Where each part must be passed none can be let off, and the best of them are no choice where each must be passed.
struct GatesRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let scheme = AssessmentScheme(inspection) else { return [] }
        switch scheme.rule {
        case "all":
            return scheme.parts.filter { !$0.isGate }.map { part in
                Finding(
                    Text(
                        nb: "«\(part.exam)» trenger ikke bestås, men med måten all må hver del bestås",
                        nn: "«\(part.exam)» treng ikkje stå, men med måten all må kvar del stå",
                        en: "'\(part.exam)' need not be passed, but with the rule all each part must be"), at: part.gateSpan,
                    help: Text(
                        nb: "velg weighted eller best-of, eller ta bort gate", nn: "vel weighted eller best-of, eller ta bort gate",
                        en: "choose weighted or best-of, or take gate away"))
            }
        case "best-of":
            guard let first = scheme.parts.first, scheme.parts.allSatisfy(\.isGate) else { return [] }
            return [
                Finding(
                    Text(
                        nb: "de beste teller, men hver del må bestås; da er det ingen å velge mellom",
                        nn: "dei beste tel, men kvar del må stå; då er det ingen å velje mellom",
                        en: "the best count, but each part must be passed, which leaves nothing to choose from"), at: first.gateSpan,
                    help: Text(
                        nb: "ta bort gate fra de delene som kan strykes", nn: "ta bort gate frå dei delane ein kan stryke på",
                        en: "take gate away from the parts that may be failed"))
            ]
        default: return []
        }
    }
}
