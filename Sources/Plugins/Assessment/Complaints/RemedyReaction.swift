import GRDB
import Kernel

/// An exam that a formal error spoilt is annulled, and the candidate sits anew without using an attempt, before new examiners (UH-loven § 11-9).
struct RemedyReaction: Reaction {
    let events: EventSelection = ["assessment.formal.answered"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("formal-complaint"), let candidate = event.number("candidate"), let result = event.number("result"),
            let remedy = try String.fetchOne(
                transaction.db, sql: "SELECT remedy FROM assessment_formal_complaint WHERE _id = ? AND _state = 'upheld'",
                arguments: [number]),
            remedy == "new-exam",
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT enrolment, activity FROM assessment_candidate WHERE _id = ?", arguments: [candidate])
        else { return }
        try transaction.advance("result", result, "annul")
        try transaction.change("candidate", candidate, ["counts": .truth(false)])
        try transaction.advance("candidate", candidate, "annul", ["reason": .text("UH-loven § 11-9")])
        try transaction.make("candidate", ["activity": .number(row[1]), "counts": .truth(false)], under: row[0] as Int64)
    }
}
