import Kernel

/// Absence is compensated by an activity that exists and is placed on order; other attendance rules name none.
struct CompensationRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let section = inspection.section("attendance"), let rule = section["rule"] else { return [] }
        let compensation = section["compensation"]
        guard rule.string == "compensated" else {
            return compensation.map { node in
                [
                    Finding(
                        Text(
                            nb: "fravær kan ikke kompenseres når regelen er «\(rule.string ?? "")»",
                            nn: "fråvær kan ikkje kompenserast når regelen er «\(rule.string ?? "")»",
                            en: "absence cannot be compensated where the rule is '\(rule.string ?? "")'"), at: node.span,
                        labels: [.init(rule.span, Text(nb: "regelen", nn: "regelen", en: "the rule"))])
                ]
            } ?? []
        }
        guard let node = compensation, let id = node.string else {
            return [
                Finding(
                    Text(
                        nb: "regelen sier ikke hva som kompenserer for fravær", nn: "regelen seier ikkje kva som kompenserer for fråvær",
                        en: "the rule does not say what compensates for absence"), at: rule.span,
                    help: Text(nb: "skriv compensation: AKTIVITET", nn: "skriv compensation: AKTIVITET", en: "write compensation: ACTIVITY")
                )
            ]
        }
        guard let activity = inspection.variant.activity(id) else {
            return [
                Finding(
                    Text(nb: "aktiviteten «\(id)» finnes ikke", nn: "aktiviteten «\(id)» finst ikkje", en: "there is no activity '\(id)'"),
                    at: node.span)
            ]
        }
        guard !activity.onOrder else { return [] }
        return [
            Finding(
                Text(
                    nb: "«\(id)» kompenserer for fravær, men alle har den", nn: "«\(id)» kompenserer for fråvær, men alle har han",
                    en: "'\(id)' compensates for absence, but everyone has it"), at: activity.span,
                help: Text(nb: "skriv placed: on-order", nn: "skriv placed: on-order", en: "write placed: on-order"))
        ]
    }
}
