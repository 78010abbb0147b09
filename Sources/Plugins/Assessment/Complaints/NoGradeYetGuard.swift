import GRDB
import Kernel

/// Formal errors in how an exam is set up are complained of before the grade is announced; after that there is a complaint about the result
/// (UH-loven § 11-9, consolidated 2026-08-01).
struct NoGradeYetGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let candidate =
            act.number == 0
            ? act.values["candidate"]?.integer.map(Int64.init)
            : try Int64.fetchOne(db, sql: "SELECT candidate FROM assessment_exam_complaint WHERE _id = ?", arguments: [act.number])
        let result = try Int64.fetchOne(
            db, sql: "SELECT _id FROM assessment_result WHERE candidate = ? AND _state IN ('announced', 'final') ORDER BY _id DESC LIMIT 1",
            arguments: [candidate])
        if let result {
            throw ActRefusal.rule(
                "no-grade-yet",
                nb:
                    "karakteren er kunngjort; klag over formelle feil med assessment.formal-complaint.create --result \(result) (UH-loven § 11-9)",
                nn:
                    "karakteren er kunngjord; klag på formelle feil med assessment.formal-complaint.create --result \(result) (UH-lova § 11-9)",
                en:
                    "the grade is announced; complain of formal errors with assessment.formal-complaint.create --result \(result) (UH-loven § 11-9)"
            )
        }
        guard act.number != 0, let known = try act.values["known"]?.string.map({ try Day($0) }),
            known > act.live.timeZone.day(at: act.instant)
        else { return }
        throw ActRefusal.rule(
            "no-grade-yet", nb: "\(known) ligger fram i tid; oppgi dagen du ble klar over feilen (UH-loven § 11-9)",
            nn: "\(known) ligg fram i tid; oppgi dagen du vart klar over feilen (UH-lova § 11-9)",
            en: "\(known) lies ahead; give the day when you learnt of the error (UH-loven § 11-9)")
    }
}
