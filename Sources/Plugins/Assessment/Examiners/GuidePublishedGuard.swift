import GRDB
import Kernel

/// A guide is published when every grade of its exam is announced, and nobody can hand in any more (UH-loven § 11-7(3), consolidated 2026-08-01).
struct GuidePublishedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let counts = try Row.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT CASE WHEN s._state IN ('delivered', 'judged', 'disagreement') THEN s._id END),
                count(DISTINCT CASE WHEN r._state = 'decided' THEN r._id END), count(DISTINCT CASE WHEN r._state <> 'decided' THEN r._id END)
                FROM assessment_guide g JOIN assessment_candidate c ON c.activity = g.activity AND c._state <> 'annulled'
                LEFT JOIN assessment_script s ON s._id = c.script LEFT JOIN assessment_result r ON r.candidate = c._id WHERE g._id = ?
                """, arguments: [act.number])
        let (ungraded, decided, announced): (Int, Int, Int) = (counts?[0] ?? 0, counts?[1] ?? 0, counts?[2] ?? 0)
        if ungraded > 0 {
            throw refusal(
                nb: "\(ungraded) besvarelser har ikke fått karakter ennå", nn: "\(ungraded) svar har ikkje fått karakter enno",
                en: ungraded == 1 ? "1 script has no grade yet" : "\(ungraded) scripts have no grade yet")
        }
        if decided > 0 {
            throw refusal(
                nb: "\(decided) karakterer er ikke kunngjort ennå", nn: "\(decided) karakterar er ikkje kunngjorde enno",
                en: decided == 1 ? "1 grade is not announced yet" : "\(decided) grades are not announced yet")
        }
        let waiting = try waiting(act, db)
        if waiting > 0 {
            throw refusal(
                nb: "\(waiting) oppmeldte kan ennå levere", nn: "\(waiting) oppmelde kan enno levere",
                en: waiting == 1 ? "1 candidate can still hand in" : "\(waiting) candidates can still hand in")
        }
        guard announced == 0, try !isOver(act, db) else { return }
        throw refusal(nb: "ingen karakter er kunngjort", nn: "ingen karakter er kunngjord", en: "no grade is announced")
    }

    private func refusal(nb: String, nn: String, en: String) -> ActRefusal {
        .rule(
            "grades-announced", nb: "\(nb) (UH-loven § 11-7(3))", nn: "\(nn) (UH-lova § 11-7(3))", en: "\(en) (UH-loven § 11-7(3))")
    }

    /// How many are registered whose time is not over, extensions counted.
    private func waiting(_ act: GuardedAct, _ db: Database) throws -> Int {
        let candidates = try Int64.fetchAll(
            db,
            sql: """
                SELECT c._id FROM assessment_guide g JOIN assessment_candidate c ON c.activity = g.activity AND c._state = 'registered'
                WHERE g._id = ?
                """, arguments: [act.number])
        return try candidates.count { candidate in
            guard let due = try Sitting(candidate, in: db)?.due(in: db) else { return true }
            return act.instant < due
        }
    }

    private func isOver(_ act: GuardedAct, _ db: Database) throws -> Bool {
        let sql = "SELECT a.due FROM assessment_guide g JOIN kernel_activity a ON a.key = g.activity WHERE g._id = ?"
        guard let due = try Int64.fetchOne(db, sql: sql, arguments: [act.number]).flatMap(Instant.init(microseconds:)) else { return false }
        return due <= act.instant
    }
}
