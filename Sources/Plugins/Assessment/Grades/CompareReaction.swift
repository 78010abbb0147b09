import GRDB
import Kernel

/// When all have judged, the judgements are laid side by side: one grade is the grade, several are a disagreement that someone must settle.
struct CompareReaction: Reaction {
    let events: EventSelection = ["assessment.script.judge", "assessment.regrading.judge"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let isAppeal = event.name == "assessment.regrading.judge"
        let (record, child) = isAppeal ? ("regrading", "regrade") : ("script", "judgement")
        guard let number = event.number(record) else { return }
        let rows = try Row.fetchAll(
            transaction.db.cachedStatement(
                sql: "SELECT _id, assessor, grade FROM assessment_\(child) WHERE \(record) = ? AND _state = 'sealed' ORDER BY _id"),
            arguments: [number])
        for row in rows {
            let others = rows.map { $0[1] as Int64 }.filter { $0 != row[1] as Int64 }
            try transaction.change(child, row[0], ["colleagues": .people(others)])
        }
        let grades = Set(rows.compactMap { $0[2] as String? })
        guard let grade = grades.first else { return }
        guard grades.count == 1 else { return try transaction.advance(record, number, "disagree") }
        if isAppeal {
            try transaction.advance(record, number, "agree", ["grade": .text(grade)])
        } else {
            try transaction.make("decision", ["grade": .text(grade), "way": .text("agreement")], under: number)
            try transaction.advance(record, number, "agree")
        }
    }
}
