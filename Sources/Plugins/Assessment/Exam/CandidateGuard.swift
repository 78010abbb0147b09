import GRDB
import Kernel

/// What must be so for a candidate to go on.
struct CandidateGuard: ActionGuard {
    enum Demand: Sendable { case withdrawsInTime, hasDelivered, hasPassed, hasFailed, mayBeAnnulled, hasNoOpenCase }

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        switch demand {
        case .withdrawsInTime: try inTime(act, db)
        case .hasDelivered:
            if try ExamStore(db).script(of: act.number) == nil {
                throw ActRefusal.rule(
                    "has-delivered", nb: "ingenting er levert", nn: "ingenting er levert", en: "nothing has been delivered")
            }
        case .hasPassed, .hasFailed:
            let passed = try Bool.fetchOne(
                db.cachedStatement(
                    sql:
                        "SELECT passed FROM assessment_result WHERE candidate = ? AND _state IN ('announced', 'final') ORDER BY _id DESC LIMIT 1"
                ),
                arguments: [act.number])
            guard passed != (demand == .hasPassed) else { return }
            throw ActRefusal.rule(
                demand == .hasPassed ? "has-passed" : "has-failed", nb: "det er ikke kunngjort et slikt resultat",
                nn: "det er ikkje kunngjort eit slikt resultat", en: "no such result has been announced")
        case .mayBeAnnulled: try annulled(act, db)
        case .hasNoOpenCase: try settled(act, db)
        }
    }

    private func inTime(_ act: GuardedAct, _ db: Database) throws {
        guard let sitting = try Sitting(act.number, in: db), let at = try sitting.opens(in: db) else { return }
        let own = try ExamStore(db).settings(ofCandidate: act.number)
        let days = own?["withdrawal-days"]?.integer ?? act.settings["withdrawal-days"]?.integer ?? 14
        let last = try act.live.timeZone.day(at: at).adding(days: -days)
        guard act.live.timeZone.day(at: act.instant) > last else { return }
        throw ActRefusal.rule(
            "in-time-to-withdraw",
            nb: "siste dag å trekke seg uten å bruke et forsøk var \(last) (institusjonens forskrift, UH-loven § 11-6(3))",
            nn: "siste dag å trekkje seg utan å bruke eit forsøk var \(last) (forskrifta til institusjonen, UH-lova § 11-6(3))",
            en: "the last day to withdraw without using an attempt was \(last) (the institution's regulations, UH-loven § 11-6(3))")
    }

    /// For a candidate, or for a result and its candidate; for required work there is cheating alone.
    private func annulled(_ act: GuardedAct, _ db: Database) throws {
        if act.record.name == "work" {
            let sql = "SELECT EXISTS (SELECT 1 FROM assessment_work_suspicion WHERE work = ? AND _state IN ('annulled', 'excluded'))"
            guard try Bool.fetchOne(db, sql: sql, arguments: [act.number]) != true else { return }
            throw ActRefusal.rule(
                "may-annul",
                nb: "klagenemnda har ikke annullert arbeidskravet; meld mistanken med assessment.work-suspicion.create (UH-loven § 12-4)",
                nn: "klagenemnda har ikkje annullert arbeidskravet; meld mistanken med assessment.work-suspicion.create (UH-lova § 12-4)",
                en:
                    "the board has not annulled the required work; report the suspicion with assessment.work-suspicion.create (UH-loven § 12-4)"
            )
        }
        let candidate = act.record.name == "result" ? try ExamStore(db).result(act.number)?.candidate ?? 0 : act.number
        let grounds = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM assessment_suspicion WHERE candidate = ?1 AND _state IN ('annulled', 'excluded'))
                    OR EXISTS (SELECT 1 FROM assessment_formal_complaint f JOIN assessment_result r ON r._id = f.result
                    WHERE r.candidate = ?1 AND f.remedy = 'new-exam')
                    OR EXISTS (SELECT 1 FROM assessment_exam_complaint
                    WHERE candidate = ?1 AND remedy = 'new-exam' AND _state IN ('upheld', 'closed'))
                    """), arguments: [candidate])
        guard grounds != true else { return }
        throw ActRefusal.rule(
            "may-annul", nb: "det er ikke vedtatt noe som annullerer eksamen (UH-loven §§ 11-9, 12-4)",
            nn: "det er ikkje vedteke noko som annullerer eksamen (UH-lova §§ 11-9, 12-4)",
            en: "nothing has been decided that annuls the exam (UH-loven §§ 11-9, 12-4)")
    }

    private func settled(_ act: GuardedAct, _ db: Database) throws {
        let isOpen = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM assessment_result r JOIN assessment_grade_complaint g ON g.result = r._id
                    WHERE r.candidate = ?1 AND g._state IN ('made', 'renewed'))
                    OR EXISTS (SELECT 1 FROM assessment_result r JOIN assessment_formal_complaint f ON f.result = r._id
                    WHERE r.candidate = ?1 AND f._state IN ('made', 'board', 'upheld'))
                    OR EXISTS (SELECT 1 FROM assessment_exam_complaint WHERE candidate = ?1 AND _state IN ('made', 'board', 'upheld'))
                    OR EXISTS (SELECT 1 FROM assessment_result WHERE candidate = ?1 AND _state = 'announced')
                    OR EXISTS (SELECT 1 FROM assessment_suspicion WHERE candidate = ?1 AND _state IN ('reported', 'heard', 'board'))
                    """), arguments: [act.number])
        guard isOpen == true else { return }
        throw ActRefusal.rule(
            "no-open-case", nb: "det kan ennå klages, eller en sak er ikke avgjort",
            nn: "det kan enno klagast, eller ei sak er ikkje avgjord",
            en: "a complaint is still possible, or a case is not decided")
    }
}
