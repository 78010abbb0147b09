import GRDB
import Kernel

/// Those who set the grade may give the reasons for it: after a complaint the new examiners, not the first ones.
struct AnswerersReaction: Reaction {
    let events: EventSelection = ["assessment.reasons.asked"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("reasons"), let candidate = event.number("candidate"), let script = try store.script(of: candidate)
        else { return }
        let regrading = try Int64.fetchOne(
            transaction.db,
            sql: """
                SELECT g._id FROM assessment_reasons x JOIN assessment_result r ON r._id = x.result
                JOIN assessment_regrading g ON g._state = 'agreed' AND (
                    (r.kind = 'appeal' AND g.complaint IN (SELECT _id FROM assessment_grade_complaint WHERE result = r.replaces))
                    OR (r.kind = 'formal' AND g.formal IN (SELECT _id FROM assessment_formal_complaint WHERE result = r.replaces)))
                WHERE x._id = ? ORDER BY g._id DESC LIMIT 1
                """, arguments: [number])
        let people =
            if let regrading { try store.list("regrading", "assessors", regrading) } else {
                try store.list("script", "assessors", script.number)
            }
        try transaction.change("reasons", number, ["answerers": .people(people)])
    }
}
