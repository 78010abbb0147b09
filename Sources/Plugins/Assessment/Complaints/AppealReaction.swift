import GRDB
import Kernel

/// A complaint about a grade, and a formal one that is to be mended by grading anew, open a new grading of the script with new examiners.
///
/// The examiners of it see the script and the guide: they have no relation to the first judgements, the decision, the result, the reasons
/// or the complaint (UH-loven § 11-11(2), consolidated 2026-08-01).
struct AppealReaction: Reaction {
    let events: EventSelection = ["assessment.complaint.made", "assessment.formal.answered"]

    /// New examiners of a complaint.
    static let examiners: Int64 = 2
    /// How many of them at least are from outside (UH-loven § 11-11(1)).
    static let external = 1

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let candidate = event.number("candidate"), let script = try store.script(of: candidate) else { return }
        var values: [String: FieldValue] = ["examiners": .number(Self.examiners)]
        if let complaint = event.number("grade-complaint") {
            values["complaint"] = .number(complaint)
        } else if let formal = event.number("formal-complaint") {
            let remedy = try String.fetchOne(
                transaction.db, sql: "SELECT remedy FROM assessment_formal_complaint WHERE _id = ? AND _state = 'upheld'",
                arguments: [formal])
            guard remedy == "regrade" else { return }
            values["formal"] = .number(formal)
        }
        try transaction.make("regrading", values, under: script.number)
    }
}
