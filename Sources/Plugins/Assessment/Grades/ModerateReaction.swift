import GRDB
import Kernel

/// An examiner who was named when the others disagreed settles it: what she sets is the grade.
///
/// Until then she sees what none of them set.
struct ModerateReaction: Reaction {
    let events: EventSelection = ["assessment.judgement.seal"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("judgement"), let script = event.number("script"),
            try ExamStore(transaction.db).script(script)?.state == "disagreement",
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT assessor, grade, notes FROM assessment_judgement WHERE _id = ? AND moderates",
                arguments: [number]),
            let grade: String = row[1]
        else { return }
        let others = try Row.fetchAll(
            transaction.db,
            sql: "SELECT _id, assessor FROM assessment_judgement WHERE script = ? AND _state = 'sealed' AND _id <> ? ORDER BY _id",
            arguments: [script, number])
        let people = others.map { $0[1] as Int64 }
        try transaction.change("judgement", number, ["colleagues": .people(people)])
        for other in others {
            let colleagues = people.filter { $0 != other[1] as Int64 } + [row[0] as Int64]
            try transaction.change("judgement", other[0], ["colleagues": .people(colleagues)])
        }
        var values: [String: FieldValue] = ["grade": .text(grade), "way": .text("moderation")]
        // A decision has room for less than the notes.
        if let notes: String = row[2] { values["reason"] = .text(String(notes.prefix(4_000))) }
        try transaction.make("decision", values, under: script)
    }
}
