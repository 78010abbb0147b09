import GRDB
import Kernel

/// Those who set the grade may give the reasons for it: after a complaint the new examiners, not the first ones.
struct AnswerersReaction: Reaction {
    let events: EventSelection = ["assessment.reasons.asked"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("reasons"), let candidate = event.number("candidate"), let script = try store.script(of: candidate)
        else { return }
        let result = try Int64.fetchOne(
            transaction.db, sql: "SELECT result FROM assessment_reasons WHERE _id = ?", arguments: [number])
        let regrading = try result.flatMap { try store.regrading(behind: $0) }
        let people =
            if let regrading { try store.list("regrading", "assessors", regrading) } else {
                try store.list("script", "assessors", script.number)
            }
        try transaction.change("reasons", number, ["answerers": .people(people)])
    }
}
