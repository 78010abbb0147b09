import GRDB
import Kernel

/// Nobody takes out the task of an exam who may not sit it (UH-loven § 11-4, consolidated 2026-08-01).
struct MaySitGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let sql = """
            SELECT p.key, p.id, c.activity FROM assessment_candidate c JOIN kernel_enrolment e ON e.id = c.enrolment
            JOIN kernel_person p ON p.key = e.person WHERE c._id = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [act.number]),
            let obstacle = try Eligibility(db, at: act.instant, live: act.live, for: act.actor).obstacle(row[0], in: row[2])
        else { return }
        throw ActRefusal.mayNotSit("may-sit", row[1], obstacle)
    }
}

extension ActRefusal {
    /// That a person may not sit, with the one thing that is missing.
    static func mayNotSit(_ rule: String, _ person: String, _ obstacle: Text) -> ActRefusal {
        .rule(
            rule, nb: "\(person) kan ikke gå opp: \(obstacle(.nb)) (UH-loven § 11-4)",
            nn: "\(person) kan ikkje gå opp: \(obstacle(.nn)) (UH-lova § 11-4)",
            en: "\(person) may not sit: \(obstacle(.en)) (UH-loven § 11-4)")
    }
}
