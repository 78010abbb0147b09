import Kernel

/// What is assessed, and the parts that carry credits, each add up to the credits of the course (UH-loven § 11-2).
struct CreditsRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let variant = inspection.variant
        guard let scheme = AssessmentScheme(inspection), !scheme.parts.isEmpty else { return [] }
        var findings: [Finding] = []
        let assessed = scheme.parts.map(\.credits).reduce(0, +)
        if assessed != variant.credits {
            findings.append(
                Finding(
                    Text(
                        nb: "eksamensdelene er \(assessed.brief) studiepoeng, men emnet gir \(variant.credits.brief)",
                        nn: "eksamensdelane er \(assessed.brief) studiepoeng, men emnet gir \(variant.credits.brief)",
                        en: "the exam parts make \(assessed.brief) credits, but the course gives \(variant.credits.brief)"),
                    at: scheme.parts[0].creditsSpan,
                    labels: [.init(variant.creditsSpan, Text(nb: "emnet", nn: "emnet", en: "the course"))]))
        }
        let carrying = variant.parts.filter { $0.credits != nil }
        guard let first = carrying.first else { return findings }
        let sum = carrying.compactMap(\.credits).reduce(0, +)
        if sum != variant.credits {
            findings.append(
                Finding(
                    Text(
                        nb: "delene av emnet er \(sum.brief) studiepoeng, men emnet gir \(variant.credits.brief)",
                        nn: "delane av emnet er \(sum.brief) studiepoeng, men emnet gir \(variant.credits.brief)",
                        en: "the parts of the course make \(sum.brief) credits, but the course gives \(variant.credits.brief)"),
                    at: first.creditsSpan,
                    labels: [.init(variant.creditsSpan, Text(nb: "emnet", nn: "emnet", en: "the course"))]))
            // Which part is wrong is not known until they add up.
            return findings
        }
        for part in carrying {
            let exams = scheme.parts.filter { exam in part.activities.contains { $0.id == exam.exam } }
            let here = exams.map(\.credits).reduce(0, +)
            guard let credits = part.credits, here != credits else { continue }
            findings.append(
                Finding(
                    Text(
                        nb: "delen «\(part.id)» er \(credits.brief) studiepoeng, men eksamenene i den er \(here.brief)",
                        nn: "delen «\(part.id)» er \(credits.brief) studiepoeng, men eksamenane i han er \(here.brief)",
                        en: "the part '\(part.id)' carries \(credits.brief) credits, but its exams make \(here.brief)"),
                    at: part.creditsSpan))
        }
        return findings
    }
}
