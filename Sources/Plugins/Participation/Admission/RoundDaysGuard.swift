import GRDB
import Kernel

/// The last day to apply is moved neither into the past, where it would close the round at once, nor before the first.
struct RoundDaysGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let deadline = act.values["deadline"]?.string else { return }
        let today = act.live.timeZone.day(at: act.instant).description
        if deadline < today {
            throw ActRefusal.rule(
                "round-days", nb: "søknadsfristen \(deadline) er alt forbi", nn: "søknadsfristen \(deadline) er alt forbi",
                en: "the last day to apply, \(deadline), has passed already")
        }
        let stored = try String.fetchOne(db, sql: "SELECT opens FROM participation_round WHERE _id = ?", arguments: [act.number])
        guard let opens = act.values["opens"]?.string ?? stored, deadline < opens else { return }
        throw ActRefusal.rule(
            "round-days", nb: "søknadsfristen \(deadline) er før første søkedag \(opens)",
            nn: "søknadsfristen \(deadline) er før første søkjedag \(opens)",
            en: "the last day to apply, \(deadline), is before the first, \(opens)")
    }
}
