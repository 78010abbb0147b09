import Kernel

/// Every outcome has an activity in which everyone practises it.
struct OutcomesPractisedRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let coverage = inspection.section("curriculum")?["coverage"]
        let minimum = coverage?["minimum"]?.integer ?? 100
        let notPractice = coverage?["not-practice"].map { Set($0.oneOrMore.map(\.id)) } ?? ["assessment.exam", "resources.reading"]
        let activities = inspection.variant.activities.filter { !$0.onOrder && !notPractice.contains($0.kind) }
        let practised = Set(activities.flatMap(\.outcomes).map(\.id))
        let missing = inspection.variant.outcomes.filter { !practised.contains($0.id) }
        let share =
            inspection.variant.outcomes.isEmpty
            ? 100 : 100 * (inspection.variant.outcomes.count - missing.count) / inspection.variant.outcomes.count
        guard share < minimum else { return [] }
        return missing.map { outcome in
            Finding(
                Text(
                    nb: "ingen aktivitet øver på «\(outcome.id)»", nn: "ingen aktivitet øver på «\(outcome.id)»",
                    en: "no activity practises '\(outcome.id)'"),
                at: outcome.span,
                notes: [
                    Text(
                        nb: "varianten \(inspection.variant.id) øver på \(share) % av læringsutbyttet; minst \(minimum) % kreves",
                        nn: "varianten \(inspection.variant.id) øver på \(share) % av læringsutbyttet; minst \(minimum) % blir kravd",
                        en: "variant \(inspection.variant.id) practises \(share) % of its outcomes; at least \(minimum) % is asked for")
                ],
                help: Text(
                    nb: "nevn det under outcomes i en aktivitet", nn: "nemn det under outcomes i ein aktivitet",
                    en: "name it under outcomes of an activity"))
        }
    }
}
