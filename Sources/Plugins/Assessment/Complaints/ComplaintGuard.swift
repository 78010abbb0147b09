import GRDB
import Kernel

/// What must be so for a complaint about a grade to go on (UH-loven §§ 11-10, 11-11, consolidated 2026-08-01).
struct ComplaintGuard: ActionGuard {
    enum Demand: Sendable { case canBeRegraded, farApart, near, wasDropped, wasAssessedAgain }

    /// So many grades apart lead to a renewed assessment (UH-loven § 11-11(3)).
    static let stepsForRenewal = 2

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        switch demand {
        case .canBeRegraded: try canBeRegraded(act, db)
        case .farApart, .near:
            let steps = act.values["steps"]?.integer
            guard let steps, (steps >= Self.stepsForRenewal) == (demand == .farApart) else {
                throw ActRefusal.rule(
                    demand == .farApart ? "far-apart" : "near", nb: "klagesensuren gir ikke det svaret (UH-loven § 11-11)",
                    nn: "klagesensuren gir ikkje det svaret (UH-lova § 11-11)",
                    en: "the new grading does not give that answer (UH-loven § 11-11)")
            }
        case .wasAssessedAgain: try assessedAgain(act, db)
        case .wasDropped:
            let isDropped = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM assessment_regrading g JOIN assessment_grade_complaint c ON c._id = g.complaint
                    WHERE g._id = ? AND c._state = 'dropped')
                    """, arguments: [act.number])
            guard isDropped != true else { return }
            throw ActRefusal.rule(
                "complaint-dropped", nb: "klagen står ved lag", nn: "klaga står ved lag", en: "the complaint stands")
        }
    }

    /// The renewed assessment is what its examiners say, not what the institution writes.
    private func assessedAgain(_ act: GuardedAct, _ db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT _id, _state FROM assessment_regrading WHERE complaint = ? AND renews IS NOT NULL ORDER BY _id DESC LIMIT 1",
            arguments: [act.number])
        guard row?[1] as String? != "agreed" else { return }
        let number = (row?[0] as Int64?).map { " \($0)" } ?? ""
        throw ActRefusal.rule(
            "assessed-again",
            nb: "saken er ikke vurdert på nytt av nye sensorer: assessment.regrading\(number) (UH-loven § 11-11(3))",
            nn: "saka er ikkje vurdert på nytt av nye sensorar: assessment.regrading\(number) (UH-lova § 11-11(3))",
            en: "the case has not been assessed again by new examiners: assessment.regrading\(number) (UH-loven § 11-11(3))")
    }

    private func canBeRegraded(_ act: GuardedAct, _ db: Database) throws {
        let sql = "SELECT r._id FROM assessment_grade_complaint x JOIN assessment_result r ON r._id = x.result WHERE x._id = ?"
        guard let number = try Int64.fetchOne(db, sql: sql, arguments: [act.number]), let result = try ExamStore(db).result(number) else {
            return
        }
        guard ["announced", "final"].contains(result.state) else {
            throw ActRefusal.rule(
                "can-be-regraded", nb: "resultatet står ikke lenger: det er annullert eller avløst",
                nn: "resultatet står ikkje lenger: det er annullert eller avløyst",
                en: "the result no longer stands: it has been annulled or replaced")
        }
        try OuterLimit(db).demand(resultOf: act.number, in: "assessment_grade_complaint", at: act.instant)
        if !result.isVerifiable {
            throw ActRefusal.rule(
                "can-be-regraded",
                nb: "det kan ikke klages over karakteren på en muntlig eller annen prøve som ikke kan etterprøves (UH-loven § 11-10)",
                nn: "ein kan ikkje klage på karakteren på ei munnleg eller anna prøve som ikkje kan etterprøvast (UH-lova § 11-10)",
                en: "there is no complaint about the grade of an oral or other test that leaves nothing to mark again (UH-loven § 11-10)")
        }
        let isTwice = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM assessment_grade_complaint
                WHERE result = ? AND _id <> ? AND _state IN ('made', 'renewed', 'answered'))
                """, arguments: [number, act.number])
        if isTwice == true {
            throw ActRefusal.rule(
                "can-be-regraded", nb: "det er alt klaget over denne karakteren (UH-loven § 11-10)",
                nn: "det er alt klaga på denne karakteren (UH-lova § 11-10)",
                en: "a complaint about this grade has been made already (UH-loven § 11-10)")
        }
        guard result.kind == "appeal" else { return }
        throw ActRefusal.rule(
            "can-be-regraded", nb: "karakteren er satt etter klage og er endelig (UH-loven § 11-11)",
            nn: "karakteren er sett etter klage og er endeleg (UH-lova § 11-11)",
            en: "the grade was set after a complaint and is final (UH-loven § 11-11)")
    }
}
