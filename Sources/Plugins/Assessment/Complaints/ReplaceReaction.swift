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
        try transaction.demandStanding(row[0])
        try transaction.give(
            grade, to: first.candidate, verifiable: first.isVerifiable, kind: "appeal", replacing: row[0], reason: row[2])
        try transaction.orderOral(after: first.candidate)
    }
}

extension ActionTransaction {
    /// Orders the oral anew that adjusts a written part whose grade was changed; nothing where there is none that has been held.
    func orderOral(after candidate: Int64) throws {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT c.enrolment, a.activity, a.offering FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?
                    """, arguments: [candidate]),
            let tree = try ExamTree.of(offering: row[2], in: db),
            let oral = tree.parts.first(where: { $0.adjusts == row[1] as String }),
            let activity = try Int64.fetchOne(
                db, sql: "SELECT key FROM kernel_activity WHERE offering = ? AND activity = ?",
                arguments: [row[2] as String, oral.exam])
        else { return }
        let (enrolment, exam): (Int64, String) = (row[0], row[1])
        let sat = try Row.fetchAll(
            db,
            sql: """
                SELECT c._id FROM assessment_candidate c
                WHERE c.enrolment = ? AND c.activity = ? AND c._state IN ('delivered', 'passed', 'failed')
                """, arguments: [enrolment, activity])
        guard !sat.isEmpty else { return }
        for known in sat {
            try annulResults(of: known[0])
            try change("candidate", known[0], ["counts": .truth(false)])
            try advance(
                "candidate", known[0], "annul", ["reason": .text("\(exam): UH-loven § 11-11")])
        }
        try make("candidate", ["activity": .number(activity), "counts": .truth(false)], under: enrolment)
    }
}
