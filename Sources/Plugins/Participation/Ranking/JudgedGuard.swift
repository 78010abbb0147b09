import GRDB
import Kernel

/// A ranking is frozen when applications are closed, everyone has been judged by a person, and no other ranking stands.
struct JudgedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        // Time may have passed the deadline without anyone having come to say so.
        if admission.round.state == "open", admission.round.deadline.map({ admission.today <= $0 }) ?? true {
            throw ActRefusal.rule(
                "judged", nb: "søknadsfristen er ikke ute", nn: "søknadsfristen er ikkje ute",
                en: "the last day to apply has not passed")
        }
        if let other = try admission.standingRanking(in: db), other != act.number {
            throw ActRefusal.rule(
                "judged", nb: "rangering \(other) står ved lag; den må oppheves med begrunnelse først",
                nn: "rangering \(other) står ved lag; ho må opphevast med grunngiving først",
                en: "ranking \(other) stands; it must be annulled with a reason first")
        }
        let waiting = try Applicant.list(round: admission.round.number, in: ["submitted", "approved"], db)
        guard waiting.isEmpty else {
            let ids = waiting.prefix(10).map { String($0.number) }.joined(separator: ", ") + (waiting.count > 10 ? ", …" : "")
            throw ActRefusal.rule(
                "judged", nb: "\(waiting.count) søknader venter på at noen vurderer dem: \(ids)",
                nn: "\(waiting.count) søknader ventar på at nokon vurderer dei: \(ids)",
                en: "\(waiting.count) applications wait for someone to judge them: \(ids)")
        }
        let basis = try RankingBasis(admission, version: act.live.module("participation")?.version ?? "", in: db)
        _ = try basis.contributed(by: act.live.registry)
        guard !basis.applicants.isEmpty else {
            throw ActRefusal.rule(
                "judged", nb: "ingen er funnet kvalifisert", nn: "ingen er funne kvalifiserte", en: "nobody has been found qualified")
        }
        if basis.strategy == "none", basis.applicants.count > admission.round.places {
            throw ActRefusal.rule(
                "judged",
                nb:
                    "\(basis.applicants.count) er kvalifisert til \(admission.round.places) plasser, og varianten sier ikke hvordan de rangeres",
                nn:
                    "\(basis.applicants.count) er kvalifiserte til \(admission.round.places) plassar, og varianten seier ikkje korleis dei blir rangerte",
                en:
                    "\(basis.applicants.count) are qualified for \(admission.round.places) places, and the variant does not say how they are ranked"
            )
        }
    }
}
