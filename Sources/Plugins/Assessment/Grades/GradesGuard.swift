import GRDB
import Kernel

/// What the judgements under a script or a new grading say: the same, different things, or a decision that settles them.
struct GradesGuard: ActionGuard {
    enum Demand: Sendable { case same, different, decided }

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        if demand == .decided {
            let isThere = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM assessment_decision WHERE script = ?)"), arguments: [act.number])
            guard isThere != true else { return }
            throw ActRefusal.rule(
                "decided", nb: "ingen felles karakter er satt; lag en assessment.decision",
                nn: "ingen felles karakter er sett; lag ein assessment.decision", en: "no joint grade is set; make an assessment.decision")
        }
        let isAppeal = act.record.name == "regrading"
        let grades = try ExamStore(db).grades(isAppeal ? "regrade" : "judgement", under: isAppeal ? "regrading" : "script", act.number)
        guard grades.isEmpty || (Set(grades).count == 1) != (demand == .same) else { return }
        throw ActRefusal.rule(
            demand == .same ? "same-grade" : "different-grades", nb: "vurderingene sier ikke det", nn: "vurderingane seier ikkje det",
            en: "the judgements do not say so")
    }
}
