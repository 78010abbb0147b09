import GRDB
import Kernel

/// An answered complaint that changes the grade makes a new result, for the one who complained alone; a new oral follows where the written
/// part changed and an oral one adjusts it (UH-loven §§ 11-10, 11-11, consolidated 2026-08-01).
struct ReplaceReaction: Reaction {
    let events: EventSelection = ["assessment.complaint.answered"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("grade-complaint"),
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT result, grade, reason FROM assessment_grade_complaint WHERE _id = ?", arguments: [number]),
            let grade: String = row[1], let first = try store.result(row[0]), grade != first.grade
        else { return }
        try transaction.give(
            grade, to: first.candidate, verifiable: first.isVerifiable, kind: "appeal", replacing: row[0], reason: row[2])
        try orderOral(after: first.candidate, store, transaction)
    }

    private func orderOral(after candidate: Int64, _ store: ExamStore, _ transaction: ActionTransaction) throws {
        guard
            let row = try Row.fetchOne(
                transaction.db,
                sql: """
                    SELECT c.enrolment, a.activity, a.offering FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?
                    """, arguments: [candidate]),
            let tree = try ExamTree.of(offering: row[2], in: transaction.db),
            let oral = tree.parts.first(where: { $0.adjusts == row[1] as String }),
            let activity = try Int64.fetchOne(
                transaction.db, sql: "SELECT key FROM kernel_activity WHERE offering = ? AND activity = ?",
                arguments: [row[2] as String, oral.exam])
        else { return }
        let (enrolment, exam): (Int64, String) = (row[0], row[1])
        let sat = try Row.fetchAll(
            transaction.db,
            sql: """
                SELECT c._id, r._id FROM assessment_candidate c LEFT JOIN assessment_result r ON r.candidate = c._id AND r._state = 'announced'
                WHERE c.enrolment = ? AND c.activity = ? AND c._state IN ('delivered', 'passed', 'failed')
                """, arguments: [enrolment, activity])
        guard !sat.isEmpty else { return }
        for known in sat {
            if let result: Int64 = known[1] { try transaction.advance("result", result, "annul") }
            try transaction.change("candidate", known[0], ["counts": .truth(false)])
            try transaction.advance(
                "candidate", known[0], "annul", ["reason": .text("\(exam): UH-loven § 11-11")])
        }
        try transaction.make("candidate", ["activity": .number(activity), "counts": .truth(false)], under: enrolment)
    }
}
