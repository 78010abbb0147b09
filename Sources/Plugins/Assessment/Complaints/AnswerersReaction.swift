import GRDB
import Kernel

/// Those who graded the script may give the reasons for the grade.
struct AnswerersReaction: Reaction {
    let events: EventSelection = ["assessment.reasons.asked"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("reasons"), let candidate = event.number("candidate"), let script = try store.script(of: candidate)
        else { return }
        try transaction.change("reasons", number, ["answerers": .people(try store.list("script", "assessors", script.number))])
    }
}
