import GRDB
import Kernel

/// An announced result says whether the candidate has passed, and ends the one that it takes the place of.
struct SettleCandidateReaction: Reaction {
    let events: EventSelection = ["assessment.result.announced"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("result"),
            let row = try Row.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT candidate, passed, replaces FROM assessment_result WHERE _id = ?"),
                arguments: [number])
        else { return }
        try transaction.advance("candidate", row[0], (row[1] as Bool) ? "pass" : "fail")
        if let old: Int64 = row[2] { try transaction.advance("result", old, "replace") }
    }
}
