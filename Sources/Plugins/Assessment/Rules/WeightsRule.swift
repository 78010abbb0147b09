import Kernel

/// Where parts are weighted, each has a weight and they make one hundred per cent.
struct WeightsRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let scheme = AssessmentScheme(inspection), scheme.rule == "weighted" else { return [] }
        let without = scheme.parts.filter { $0.weight == nil }
        guard without.isEmpty else {
            return without.map { part in
                Finding(
                    Text(
                        nb: "delen «\(part.exam)» mangler vekt", nn: "delen «\(part.exam)» manglar vekt",
                        en: "the part '\(part.exam)' lacks a weight"), at: part.span)
            }
        }
        let sum = scheme.parts.compactMap(\.weight).reduce(0, +)
        guard abs(sum - 100) > 0.001 else { return [] }
        return [
            Finding(
                Text(
                    nb: "vektene blir \(sum.brief), ikke 100", nn: "vektene blir \(sum.brief), ikkje 100",
                    en: "the weights make \(sum.brief), not 100"), at: scheme.span)
        ]
    }
}
