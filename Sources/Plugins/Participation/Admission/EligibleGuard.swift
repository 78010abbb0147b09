import GRDB
import Kernel

/// Nobody is found qualified for whom something lacks that the variant demands; the judgement itself is a person's.
struct EligibleGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let rules = try AdmissionCase(act, in: db).rules
        if rules.ownerPart != .none {
            let isApproved = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_state WHERE kind = ? AND record = ? AND state = 'approved')",
                arguments: [Applicant.kind, act.number])
            guard isApproved == true else {
                throw ActRefusal.rule(
                    "eligible", nb: "skoleeieren har ikke godkjent søknaden", nn: "skuleeigaren har ikkje godkjent søknaden",
                    en: "the school owner has not approved the application")
            }
        }
        let lacking = Eligibility(demands: rules.demands).lacking(try Evidence.list(of: act.number, in: db))
        guard lacking.isEmpty else {
            func list(_ language: Language) -> String {
                lacking.map { "\($0.demand.title(language)) (\($0.outcome.text(language)))" }.joined(separator: "; ")
            }
            throw ActRefusal.rule(
                "eligible", nb: "det mangler: \(list(.nb))", nn: "det manglar: \(list(.nn))", en: "what lacks: \(list(.en))")
        }
        guard !rules.tiers.isEmpty else { return }
        let tiers = rules.tiers.map(\.tier.id)
        guard let tier = act.values["tier"]?.string, tiers.contains(tier) else {
            let known = tiers.joined(separator: ", ")
            throw ActRefusal.rule(
                "eligible", nb: "si hvilken gruppe søkeren er i (--tier): \(known)", nn: "sei kva gruppe søkjaren er i (--tier): \(known)",
                en: "say which group the applicant is in (--tier): \(known)")
        }
    }
}
