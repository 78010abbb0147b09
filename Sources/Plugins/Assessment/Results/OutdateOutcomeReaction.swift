import GRDB
import Kernel

/// A joint result that was frozen before a grade changed waits for a new decision, and nobody is given it meanwhile.
struct OutdateOutcomeReaction: Reaction {
    let events: EventSelection = ["assessment.result.announced"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let candidate = event.number("candidate"),
            let row = try Row.fetchOne(
                transaction.db,
                sql: """
                    SELECT o.enrolment, o.digest, e.offering FROM assessment_outcome o JOIN kernel_enrolment e ON e.id = o.enrolment
                    JOIN assessment_candidate c ON c.enrolment = o.enrolment WHERE c._id = ? AND o._state = 'frozen'
                    """, arguments: [candidate]),
            let tree = try ExamTree.of(offering: row[2], in: transaction.db), !tree.parts.isEmpty
        else { return }
        let enrolment: Int64 = row[0]
        let grades = try FreezeAction.grades(of: row[2], only: enrolment, in: transaction.db).first?.grades ?? [:]
        let parts = tree.parts.map { ResultCombination.Part(exam: $0.exam, weight: $0.weight, isGate: $0.isGate, grade: grades[$0.exam]) }
        let now = try JointResult(parts, by: tree.combination(transaction.live?.registry ?? Registry()))?.digest()
        guard now != row[1] as String else { return }
        try transaction.outdate(outcomeOf: candidate)
    }
}

extension ActionTransaction {
    /// The frozen joint result that rests on what a candidate did waits for a new decision.
    func outdate(outcomeOf candidate: Int64) throws {
        let outcomes = try Int64.fetchAll(
            db,
            sql: """
                SELECT o._id FROM assessment_outcome o JOIN assessment_candidate c ON c.enrolment = o.enrolment
                WHERE c._id = ? AND o._state = 'frozen'
                """, arguments: [candidate])
        for outcome in outcomes { try advance("outcome", outcome, "outdate") }
    }
}
