import GRDB
import Kernel

/// What is agreed in a meeting is to be done after it.
struct FollowsMeeting: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let meeting = act.values["meeting"]?.integer, let due = act.values["due"]?.string,
            let held = try String.fetchOne(db, sql: "SELECT held FROM community_meeting WHERE _id = ?", arguments: [meeting]), due < held
        else { return }
        throw ActRefusal.guarded(
            by: "follows-meeting",
            Text(
                nb: "møtet er \(held), og det som avtales der, kan ikke være gjort før det",
                nn: "møtet er \(held), og det som blir avtalt der, kan ikkje vere gjort før det",
                en: "the meeting is on \(held), and what is agreed in it cannot be done before"))
    }
}
