import GRDB
import Kernel

/// No more are asked in a survey than the group has members, and it does not close before it is made.
struct AskedAreMembers: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let today = act.live.timeZone.day(at: act.instant).description
        if let closes = act.values["closes"]?.string, closes < today {
            throw ActRefusal.guarded(
                by: "asked-are-members",
                Text(
                    nb: "dagen undersøkelsen skal lukkes senest, \(closes), er alt forbi",
                    nn: "dagen undersøkinga skal lukkast seinast, \(closes), er alt forbi",
                    en: "the day on which the survey closes at the latest, \(closes), has passed already"))
        }
        guard let group = act.values["group"]?.integer, let invited = act.values["invited"]?.integer else { return }
        let members =
            try Int.fetchOne(
                db, sql: "SELECT count(DISTINCT person) FROM kernel_group_member WHERE \"group\" = ? AND role IN ('leader', 'member')",
                arguments: [group]) ?? 0
        guard invited > members else { return }
        throw ActRefusal.guarded(
            by: "asked-are-members",
            Text(
                nb: "\(invited) kan ikke være spurt, for gruppen har \(members) medlemmer",
                nn: "\(invited) kan ikkje vere spurde, for gruppa har \(members) medlemmer",
                en: "\(invited) cannot be asked, since the group has \(members) members"))
    }
}
