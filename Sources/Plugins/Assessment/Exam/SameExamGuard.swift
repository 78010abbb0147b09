import GRDB
import Kernel

/// A registration stays with its exam: attempts are counted when it is made (UH-loven § 11-6(3), consolidated 2026-08-01); where the institution
/// says so, the language of the paper stays too (UH-forskriften § 5-1).
struct SameExamGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let own = try ExamStore(db).settings(ofCandidate: act.number)?["binding-language"]?.bool
        if own ?? act.settings["binding-language"]?.bool == true { try keepsLanguage(act, db) }
        let sql = "SELECT a.offering, a.activity FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?"
        guard let given = act.values["activity"]?.string, let row = try Row.fetchOne(db, sql: sql, arguments: [act.number]) else { return }
        let (offering, exam): (String, String) = (row[0], row[1])
        guard given != exam, given != "\(offering)/\(exam)" else { return }
        throw ActRefusal.rule(
            "same-exam", nb: "en oppmelding kan ikke flyttes til en annen eksamen; trekk den, og meld opp på nytt",
            nn: "ei oppmelding kan ikkje flyttast til ein annan eksamen; trekk ho, og meld opp på nytt",
            en: "a registration cannot be moved to another exam; withdraw it, and register anew")
    }

    private func keepsLanguage(_ act: GuardedAct, _ db: Database) throws {
        let chosen = try String.fetchOne(db, sql: "SELECT language FROM assessment_candidate WHERE _id = ?", arguments: [act.number])
        guard let chosen, act.values["language"]?.string != chosen else { return }
        throw ActRefusal.rule(
            "same-exam", nb: "målformen ble valgt bindende ved oppmelding: \(chosen) (UH-forskriften § 5-1)",
            nn: "målforma vart vald bindande ved oppmelding: \(chosen) (UH-forskrifta § 5-1)",
            en: "the language of the paper was chosen for good at registration: \(chosen) (UH-forskriften § 5-1)")
    }
}
