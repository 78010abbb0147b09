import Kernel

/// A complaint that is upheld has the decision taken anew, by those who decide such cases, and told by a letter of its own.
///
/// Of what was granted nothing is taken back: she applies for more. Nor is what was decided otherwise since she complained: work that was
/// approved meanwhile stays so, and if it was annulled for cheating after that, this is another decision.
struct DecideAnewReaction: Reaction {
    let events = EventSelection(
        ComplainableDecision.all.keys.flatMap { ["assessment.\($0).uphold", "assessment.\($0).board-upholds"] })

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        for (complaint, decision) in ComplainableDecision.all {
            guard let number = event.number(decision.record), let about = event.number(complaint),
                try decision.stands(complaint: complaint, about, in: transaction.db)
            else { continue }
            try transaction.advance(decision.record, number, "reopen")
        }
    }
}
