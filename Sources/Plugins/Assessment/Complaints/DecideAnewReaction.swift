import Kernel

/// A complaint that is upheld has the decision taken anew, by those who decide such cases, and told by a letter of its own.
///
/// Of what was granted nothing is taken back: she applies for more.
struct DecideAnewReaction: Reaction {
    let events = EventSelection(
        ComplainableDecision.all.keys.flatMap { ["assessment.\($0).uphold", "assessment.\($0).board-upholds"] })

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        for (complaint, decision) in ComplainableDecision.all where event.number(complaint) != nil {
            guard let number = event.number(decision.record) else { continue }
            try transaction.advance(decision.record, number, "reopen")
        }
    }
}
