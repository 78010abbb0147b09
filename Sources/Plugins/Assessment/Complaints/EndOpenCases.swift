import GRDB
import Kernel

/// What is open on an exam ends with it.
extension ActionTransaction {
    /// Annuls every result of a candidate that stands, and ends the complaints and new gradings that are open on them.
    func annulResults(of candidate: Int64) throws {
        let results = try Int64.fetchAll(
            db, sql: "SELECT _id FROM assessment_result WHERE candidate = ? AND _state IN ('decided', 'announced', 'final') ORDER BY _id",
            arguments: [candidate])
        for result in results { try advance("result", result, "annul") }
        let complaints = try Int64.fetchAll(
            db,
            sql: """
                SELECT x._id FROM assessment_grade_complaint x JOIN assessment_result r ON r._id = x.result
                WHERE r.candidate = ? AND x._state IN ('draft', 'made', 'renewed') ORDER BY x._id
                """, arguments: [candidate])
        for complaint in complaints {
            try advance("grade-complaint", complaint, "drop")
            try stopRegradings(of: complaint, "complaint")
        }
        let formal = try Int64.fetchAll(
            db,
            sql: """
                SELECT x._id FROM assessment_formal_complaint x JOIN assessment_result r ON r._id = x.result
                WHERE r.candidate = ? ORDER BY x._id
                """, arguments: [candidate])
        for complaint in formal { try stopRegradings(of: complaint, "formal") }
    }

    /// Stops the new gradings that a complaint led to and that have not come to a grade.
    func stopRegradings(of complaint: Int64, _ field: String) throws {
        let open = try Int64.fetchAll(
            db,
            sql: """
                SELECT _id FROM assessment_regrading WHERE \(SQLName.quoted(field)) = ? AND _state IN ('open', 'judged', 'disagreement')
                ORDER BY _id
                """, arguments: [complaint])
        for regrading in open { try advance("regrading", regrading, "stop") }
    }

    /// Refuses where a result can no longer be replaced: it does not stand, or the exam that it is of does not.
    func demandStanding(_ result: Int64) throws {
        let stands = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM assessment_result r JOIN assessment_candidate c ON c._id = r.candidate
                WHERE r._id = ? AND r._state IN ('announced', 'final') AND c._state <> 'annulled'
                AND NOT EXISTS (SELECT 1 FROM assessment_result n WHERE n.replaces = r._id AND n._state <> 'annulled'))
                """, arguments: [result])
        guard stands != true else { return }
        throw ReactionRefusal(
            Text(
                nb: "resultatet står ikke lenger: det er annullert eller avløst",
                nn: "resultatet står ikkje lenger: det er annullert eller avløyst",
                en: "the result no longer stands: it has been annulled or replaced"))
    }
}
