import GRDB
import Kernel

/// A meeting is closed as having nothing to follow up only where nothing that was agreed in it is left.
struct NothingLeft: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let left = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM community_follow_up WHERE meeting = ? AND _state = 'agreed'", arguments: [act.number])
        guard let left, left > 0 else { return }
        throw ActRefusal.guarded(
            by: "nothing-left",
            Text(
                nb: "\(left) avtalt oppfølging er ikke gjort eller droppet ennå; møtet er fulgt opp når det er gjort",
                nn: "\(left) avtalt oppfølging er ikkje gjord eller droppa enno; møtet er følgt opp når det er gjort",
                en: "\(left) agreed follow-up is neither done nor dropped yet; the meeting is followed up when that is done"))
    }
}
