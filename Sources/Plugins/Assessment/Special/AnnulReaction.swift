import GRDB
import Kernel

/// Cheating that the board has found annuls the exam and its results (UH-loven § 12-4, consolidated 2026-08-01).
struct AnnulReaction: Reaction {
    let events: EventSelection = ["assessment.suspicion.annul", "assessment.suspicion.exclude"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let candidate = event.number("candidate") else { return }
        let results = try Int64.fetchAll(
            transaction.db,
            sql: "SELECT _id FROM assessment_result WHERE candidate = ? AND _state IN ('decided', 'announced', 'final') ORDER BY _id",
            arguments: [candidate])
        for result in results { try transaction.advance("result", result, "annul") }
        try transaction.advance("candidate", candidate, "annul", ["reason": .text("UH-loven § 12-4")])
    }
}
