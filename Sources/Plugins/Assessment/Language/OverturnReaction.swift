import Kernel

/// A complaint that the board upholds ends the exception from the languages of a paper (UH-forskriften § 5-3, consolidated 2026-08-01).
struct OverturnReaction: Reaction {
    let events: EventSelection = ["assessment.language-complaint.uphold"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let exception = event.number("language-exception") else { return }
        try transaction.advance("language-exception", exception, "overturn")
    }
}
