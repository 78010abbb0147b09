import GRDB
import Kernel

/// One says no to a seat and keeps waiting where it is of a kind that she did not wish.
struct UnwishedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let applicant = try Applicant.find(act.number, in: db), let seat = applicant.seat else { return }
        let isRanked = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM participation_position p JOIN participation_ranking r ON r._id = p.ranking
                WHERE p.application = ? AND r._state = 'decided')
                """, arguments: [act.number])
        guard isRanked == true else {
            throw ActRefusal.rule(
                "unwished", nb: "du har ingen plass på ventelisten; takk ja eller nei",
                nn: "du har ingen plass på ventelista; takk ja eller nei",
                en: "you have no place on the waiting list; accept the seat or turn it down")
        }
        let rules = try AdmissionCase(act, in: db).rules
        let wish = SeatQueue(rules: rules).wish(
            act.number, wishes: applicant.wishes, employer: applicant.employer, onlyWished: false, holds: nil)
        guard wish.kinds.contains(seat) else { return }
        throw ActRefusal.rule(
            "unwished", nb: "du har bedt om denne plassen; takk ja eller nei", nn: "du har bede om denne plassen; takk ja eller nei",
            en: "you asked for this seat; accept it or turn it down")
    }
}
