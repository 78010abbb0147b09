import GRDB
import Kernel

/// A postponement that is granted frees the candidate from the exam without using an attempt, also one who was recorded as absent or withdrew
/// late (UH-loven §§ 10-6, 11-6, consolidated 2026-08-01).
struct PostponeReaction: Reaction {
    let events: EventSelection = ["assessment.postponement.grant"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let candidate = event.number("candidate") else { return }
        try transaction.advance("candidate", candidate, "excuse", ["reason": .text("UH-loven § 10-6, § 11-6")])
        let state = try String.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT _state FROM assessment_candidate WHERE _id = ?"), arguments: [candidate])
        guard let state, ["absent-valid", "absent-used", "withdrawn-late"].contains(state) else { return }
        try transaction.change("candidate", candidate, ["counts": .truth(false)])
    }
}
