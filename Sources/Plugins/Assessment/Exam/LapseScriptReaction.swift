import GRDB
import Kernel

/// A script falls when the exam is annulled for everyone who wrote it: nobody has to judge it, and no time to grade runs.
struct LapseScriptReaction: Reaction {
    let events: EventSelection = ["assessment.candidate.annul"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let candidate = event.number("candidate"), let script = try store.script(of: candidate),
            try store.candidates(of: script.number).allSatisfy({ $0.state == "annulled" })
        else { return }
        try transaction.advance("script", script.number, "lapse")
    }
}
