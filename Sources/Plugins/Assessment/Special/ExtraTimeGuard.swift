import GRDB
import Kernel

/// More time is so many per cent more; without a number it would give nothing (UH-loven § 10-5, consolidated 2026-08-01).
struct ExtraTimeGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isUnsaid = try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT measure = 'extra-time' AND percent IS NULL FROM assessment_accommodation WHERE _id = ?"),
            arguments: [act.number])
        guard isUnsaid == true else { return }
        throw ActRefusal.rule(
            "says-how-much",
            nb: "det står ikke hvor mye lengre tid: sett den med assessment.accommodation.update --percent",
            nn: "det står ikkje kor mykje lengre tid: set ho med assessment.accommodation.update --percent",
            en: "it does not say how much more time: set it with assessment.accommodation.update --percent")
    }
}
