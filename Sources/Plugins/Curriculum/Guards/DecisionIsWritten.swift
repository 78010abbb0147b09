import GRDB
import Kernel

/// An interpretation is recorded only when what was decided has been written.
struct DecisionIsWritten: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isWritten = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM curriculum_decision WHERE interpretation = ?)"), arguments: [act.number])
        guard isWritten != true else { return }
        throw ActRefusal.guarded(
            by: "decision-is-written",
            Text(
                nb: "det er ikke skrevet noen felles beslutning; skriv den først, med curriculum.decision.create",
                nn: "det er ikkje skrive noka felles avgjerd; skriv henne først, med curriculum.decision.create",
                en: "no plenary decision has been written; write it first, with curriculum.decision.create"))
    }
}
