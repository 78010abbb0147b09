import GRDB
import Kernel

/// An exam does not begin before its examiner guide is adopted (UH-loven § 11-7(3), consolidated 2026-08-01).
///
/// For a candidate who takes out the task, and for a script that is about to be made.
struct HasGuideGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let candidate = act.record.name == "candidate" ? act.number : act.values["candidate"]?.integer.map(Int64.init) ?? 0
        let sql =
            "SELECT a.key, a.offering, a.activity FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [candidate]),
            try ExamStore(db).guide(of: row[0], in: row[1]) == nil
        else { return }
        let exam: String = row[2]
        throw ActRefusal.rule(
            "has-guide",
            nb:
                "«\(exam)» kan ikke begynne før sensorveiledningen er fastsatt (UH-loven § 11-7(3)): assessment.guide.create, assessment.guide.adopt",
            nn:
                "«\(exam)» kan ikkje ta til før sensorrettleiinga er fastsett (UH-lova § 11-7(3)): assessment.guide.create, assessment.guide.adopt",
            en:
                "'\(exam)' cannot begin before the examiner guide is adopted (UH-loven § 11-7(3)): assessment.guide.create, assessment.guide.adopt"
        )
    }
}
