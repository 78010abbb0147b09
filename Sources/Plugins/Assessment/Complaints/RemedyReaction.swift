import GRDB
import Kernel

/// An exam that a formal error spoilt is annulled, and the candidate sits anew without using an attempt, before new examiners (UH-loven § 11-9).
///
/// Whether the complaint was made before the grade or after it.
struct RemedyReaction: Reaction {
    let events: EventSelection = ["assessment.formal.answered", "assessment.exam-complaint.uphold"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let (record, table) =
            event.name == "assessment.formal.answered"
            ? ("formal-complaint", "assessment_formal_complaint") : ("exam-complaint", "assessment_exam_complaint")
        guard let number = event.number(record), let candidate = event.number("candidate"),
            let remedy = try String.fetchOne(
                transaction.db, sql: "SELECT remedy FROM \(table) WHERE _id = ? AND _state = 'upheld'", arguments: [number]),
            remedy == "new-exam",
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT enrolment, activity FROM assessment_candidate WHERE _id = ?", arguments: [candidate])
        else { return }
        try transaction.annulResults(of: candidate)
        try transaction.change("candidate", candidate, ["counts": .truth(false)])
        try transaction.advance("candidate", candidate, "annul", ["reason": .text("UH-loven § 11-9")])
        try transaction.make("candidate", ["activity": .number(row[1]), "counts": .truth(false)], under: row[0] as Int64)
    }
}
