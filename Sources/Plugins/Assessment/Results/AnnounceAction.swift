import GRDB
import Kernel

/// `assessment.announce`: announces every decided result of an exam, each with its letter.
struct AnnounceAction: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let (offering, activity) = (input.values["offering"]?.string ?? "", input.values["activity"]?.string ?? "")
        let results = try Int64.fetchAll(
            transaction.db,
            sql: """
                SELECT r._id FROM assessment_result r JOIN assessment_candidate c ON c._id = r.candidate
                JOIN kernel_activity a ON a.key = c.activity
                WHERE a.offering = ? AND a.activity = ? AND r._state = 'decided' AND c._state <> 'annulled' ORDER BY r._id
                """, arguments: [offering, activity])
        for result in results {
            if let refusal = try ResultGuard.refusal(result, transaction.db) { throw refusal }
            try transaction.advance("result", result, "announce")
        }
        return ActionOutcome(id: "\(offering)/\(activity)", effect: .object([("announced", .integer(results.count))]))
    }
}
