import GRDB
import Kernel

/// A test that is held rather than handed in leaves no script to mark again.
struct NotWrittenGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard try ExamStore(db).script(act.number)?.isVerifiable == true else { return }
        throw ActRefusal.rule(
            "not-written", nb: "denne prøven leveres av kandidaten", nn: "denne prøva blir levert av kandidaten",
            en: "this test is delivered by the candidate")
    }
}
