import GRDB
import Kernel

/// After the ranking is frozen nobody's case changes before it is annulled.
struct NotFrozenGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        guard let ranking = try admission.standingRanking(in: db) else { return }
        throw ActRefusal.rule(
            "not-frozen", nb: "rangering \(ranking) er låst; den må oppheves med begrunnelse først",
            nn: "rangering \(ranking) er låst; ho må opphevast med grunngiving først",
            en: "ranking \(ranking) is frozen; it must be annulled with a reason first")
    }
}
