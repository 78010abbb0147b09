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
        try requireNotExcluded(act, in: db)
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

    /// Nobody is admitted by an institution from which she is excluded.
    ///
    /// UH-loven § 12-4, consolidated 2026-08-01.
    private func requireNotExcluded(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        let person = try Int64.fetchOne(
            db, sql: "SELECT applicant FROM participation_application WHERE _id = ?", arguments: [act.number])
        if let person, let until = try Exclusion.until(person, from: admission.course, on: admission.today, live: act.live, in: db) {
            throw ActRefusal.rule(
                "eligible", nb: "søkeren er utestengt til og med \(until) (UH-loven § 12-4)",
                nn: "søkjaren er utestengd til og med \(until) (UH-lova § 12-4)",
                en: "the applicant is excluded until \(until) (UH-loven § 12-4)")
        }
    }
}
