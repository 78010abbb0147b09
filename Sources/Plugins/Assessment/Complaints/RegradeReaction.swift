import GRDB
import Kernel

/// What a new grading comes to: the answer to the complaint, or a renewed assessment where it is two grades or more from the first.
///
/// The renewed assessment is a grading of its own, by examiners who have had nothing to do with the case, as many as the part requires and no
/// fewer than those of a complaint (UH-loven § 11-11(3), consolidated 2026-08-01). What it comes to is the grade, once the institution has decided.
struct RegradeReaction: Reaction {
    let events: EventSelection = ["assessment.regrading.agree", "assessment.regrading.settle"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("regrading"),
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT grade, complaint, formal, renews FROM assessment_regrading WHERE _id = ?",
                arguments: [number]),
            let grade: String = row[0]
        else { return }
        if let complaint: Int64 = row[1], row[3] as Int64? != nil {
            try transaction.change("grade-complaint", complaint, ["grade": .text(grade)])
        } else if let complaint: Int64 = row[1] {
            try answer(complaint, grade, from: number, store, transaction)
        } else if let formal: Int64 = row[2],
            let result = try Int64.fetchOne(
                transaction.db, sql: "SELECT result FROM assessment_formal_complaint WHERE _id = ?", arguments: [formal]),
            let old = try store.result(result)
        {
            try transaction.demandStanding(result)
            try transaction.give(grade, to: old.candidate, verifiable: old.isVerifiable, kind: "formal", replacing: result)
            if grade != old.grade { try transaction.orderOral(after: old.candidate) }
        }
    }

    private func answer(
        _ complaint: Int64, _ grade: String, from regrading: Int64, _ store: ExamStore, _ transaction: ActionTransaction
    ) throws {
        guard
            let result = try Int64.fetchOne(
                transaction.db, sql: "SELECT result FROM assessment_grade_complaint WHERE _id = ?", arguments: [complaint]),
            let first = try store.result(result)
        else { return }
        let steps = try transaction.scale(of: first.candidate)?.steps(from: first.grade, to: grade) ?? 0
        try transaction.change("grade-complaint", complaint, ["regraded": .text(grade), "steps": .number(Int64(steps))])
        if steps >= ComplaintGuard.stepsForRenewal {
            try transaction.advance("grade-complaint", complaint, "renew")
            guard let script = try store.script(of: first.candidate) else { return }
            try transaction.make(
                "regrading",
                [
                    "complaint": .number(complaint), "renews": .number(regrading),
                    "examiners": .number(max(AppealReaction.examiners, Int64(script.examiners))),
                ], under: script.number)
        } else {
            try transaction.advance("grade-complaint", complaint, "answer", ["grade": .text(grade)])
        }
    }
}
