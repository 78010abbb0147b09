import GRDB
import Kernel

/// What is kept of a participant before an exam.
extension ExamStore {
    /// Why she was let off a rule before an exam; nil where she was not.
    func dispensation(_ rule: String, from activity: Int64, _ enrolment: Int64) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT reason FROM assessment_dispensation WHERE enrolment = ? AND activity = ? AND rule = ?"),
            arguments: [enrolment, activity, rule])
    }

    /// What the exam that a candidate is registered for says for itself.
    func settings(ofCandidate candidate: Int64) throws -> JSONValue? {
        let text = try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT a.settings FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?"),
            arguments: [candidate])
        return try text.map { try JSONValue(parsing: Array($0.utf8)) }
    }

    /// When required work was last handed in, and whether it was carried over from before; nil where there is none.
    func work(of enrolment: Int64, in activity: Int64) throws -> (delivered: Instant?, isCarried: Bool)? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT (SELECT max(s.instant) FROM kernel_state s WHERE s.kind = 'assessment.work' AND s.record = w._id
                    AND s.state = 'delivered'), w.carried_from IS NOT NULL FROM assessment_work w WHERE w.enrolment = ? AND w.activity = ?
                    """), arguments: [enrolment, activity])
        return row.map { (($0[0] as Int64?).flatMap(Instant.init(microseconds:)), $0[1]) }
    }
}
