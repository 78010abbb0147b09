import GRDB
import Kernel

/// Closes the applications that nothing more will come of, when a round is over or cancelled; of a cancelled one the applicants are told.
struct CloseApplicationsReaction: Reaction {
    let events: EventSelection = ["participation.round.cancel", "participation.round.finish"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let type = transaction.live?.record(Applicant.kind),
            let close = type.workflow?.transition(event.name.hasSuffix(".cancel") ? "cancel" : "close")
        else { return }
        for applicant in try Applicant.list(round: number, in: close.from, transaction.db) {
            try transaction.records.move(type, applicant.number, close)
        }
    }
}
