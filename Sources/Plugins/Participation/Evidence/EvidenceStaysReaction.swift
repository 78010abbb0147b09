import Kernel

/// What may not be changed any more is not taken away either (`EvidenceInTimeGuard`).
struct EvidenceStaysReaction: Reaction {
    let events: EventSelection = ["participation.evidence.deleted"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let live = transaction.live, let application = event.number(of: Applicant.kind), let actor = Actor(event.header.actor),
            let applicant = try Applicant.find(application, in: transaction.db)
        else { return }
        let admission = try AdmissionCase(round: applicant.round, live: live, at: transaction.instant, in: transaction.db)
        guard let fault = try EvidenceInTimeGuard.fault(application, admission, by: actor, in: transaction.db) else { return }
        throw ReactionRefusal(fault)
    }
}
