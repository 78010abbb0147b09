import GRDB
import Kernel

/// A joint result rests on its parts: with a part that is annulled it falls (UH-loven §§ 11-9, 12-4, consolidated 2026-08-01).
struct WithdrawOutcomeReaction: Reaction {
    let events: EventSelection = ["assessment.result.annul"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let candidate = event.number("candidate") else { return }
        let outcomes = try Int64.fetchAll(
            transaction.db,
            sql: """
                SELECT o._id FROM assessment_outcome o JOIN assessment_candidate c ON c.enrolment = o.enrolment
                WHERE c._id = ? AND o._state IN ('frozen', 'outdated')
                """, arguments: [candidate])
        for outcome in outcomes { try transaction.advance("outcome", outcome, "withdraw") }
    }
}
