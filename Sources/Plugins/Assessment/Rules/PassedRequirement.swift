import Kernel

/// `passed: ID`: every named exam part has been passed.
struct PassedRequirement: CompletionRule {
    func obstacles(_ parameter: Node, in inspection: VariantInspection) -> [Finding] {
        let exams = Set((AssessmentScheme(inspection)?.parts ?? []).map(\.exam))
        let activities = Set(inspection.variant.activities.map(\.id))
        return parameter.oneOrMore.compactMap { reference in
            if exams.contains(reference.id) { return nil }
            guard activities.contains(reference.id) else { return .noActivity(reference, in: inspection) }
            return Finding(
                Text(
                    nb: "«\(reference.id)» står ikke i vurderingsordningen, så ingen kan bestå den",
                    nn: "«\(reference.id)» står ikkje i vurderingsordninga, så ingen kan bestå",
                    en: "'\(reference.id)' is not in the assessment scheme, so nobody can pass it"), at: reference.span)
        }
    }

    func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        try reading.fulfilment(doing: parameter.oneOrMore)
    }
}
