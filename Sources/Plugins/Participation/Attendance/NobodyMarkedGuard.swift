import GRDB
import Kernel

/// A gathering at which attendance was recorded is not cancelled.
struct NobodyMarkedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isMarked = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM participation_attendance WHERE gathering = ?)", arguments: [act.number])
        guard isMarked == true else { return }
        throw ActRefusal.rule(
            "nobody-marked", nb: "det er registrert oppmøte på samlingen", nn: "det er registrert frammøte på samlinga",
            en: "attendance at the gathering has been recorded")
    }
}
