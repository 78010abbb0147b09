import GRDB
import Kernel

/// A postponement that is granted frees the candidate from the exam without using an attempt.
struct PostponeReaction: Reaction {
    let events: EventSelection = ["assessment.postponement.grant"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let candidate = event.number("candidate") else { return }
        try transaction.advance("candidate", candidate, "excuse", ["reason": .text("UH-loven § 10-6, § 11-6")])
    }
}
