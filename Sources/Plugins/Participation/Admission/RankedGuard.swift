import GRDB
import Kernel

/// Seats are offered by a ranking that is decided.
struct RankedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isDecided = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM participation_ranking WHERE round = ? AND _state = 'decided')", arguments: [act.number])
        guard isDecided != true else { return }
        throw ActRefusal.rule(
            "ranked", nb: "søkerne er ikke rangert ennå", nn: "søkjarane er ikkje rangerte enno", en: "the applicants are not ranked yet")
    }
}
