import GRDB
import Kernel

/// A guide is published when the grades are announced (UH-loven § 11-7(3), consolidated 2026-08-01).
struct GuidePublishedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let counts = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), coalesce(sum(s._state IN ('delivered', 'judged', 'disagreement')), 0)
                FROM assessment_guide g JOIN assessment_candidate c ON c.activity = g.activity
                JOIN assessment_script s ON s.candidate = c._id WHERE g._id = ?
                """, arguments: [act.number])
        let waiting: Int = counts?[1] ?? 0
        guard waiting > 0 else { return }
        throw ActRefusal.rule(
            "grades-announced", nb: "\(waiting) besvarelser har ikke fått karakter ennå (UH-loven § 11-7(3))",
            nn: "\(waiting) svar har ikkje fått karakter enno (UH-lova § 11-7(3))",
            en: "\(waiting) scripts have no grade yet (UH-loven § 11-7(3))")
    }
}
