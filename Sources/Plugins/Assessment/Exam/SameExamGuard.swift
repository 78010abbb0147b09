import GRDB
import Kernel

/// A registration stays with its exam: attempts are counted when it is made (UH-loven § 11-6(3), consolidated 2026-08-01).
struct SameExamGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let sql = "SELECT a.offering, a.activity FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?"
        guard let given = act.values["activity"]?.string, let row = try Row.fetchOne(db, sql: sql, arguments: [act.number]) else { return }
        let (offering, exam): (String, String) = (row[0], row[1])
        guard given != exam, given != "\(offering)/\(exam)" else { return }
        throw ActRefusal.rule(
            "same-exam", nb: "en oppmelding kan ikke flyttes til en annen eksamen; trekk den, og meld opp på nytt",
            nn: "ei oppmelding kan ikkje flyttast til ein annan eksamen; trekk ho, og meld opp på nytt",
            en: "a registration cannot be moved to another exam; withdraw it, and register anew")
    }
}
