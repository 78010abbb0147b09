import GRDB
import Kernel

/// Applications come in between the first day and the last.
struct ReceiveApplicationReaction: Reaction {
    let events: EventSelection = ["participation.application.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let round = event.number(of: AdmissionRound.kind), let live = transaction.live else { return }
        let admission = try AdmissionCase(round: round, live: live, at: transaction.instant, in: transaction.db)
        if let fault = InTimeGuard.fault(admission) { throw ReactionRefusal(fault) }
    }
}
