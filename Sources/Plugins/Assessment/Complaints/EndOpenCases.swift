import GRDB
import Kernel

/// What is open on an exam ends with it.
extension ActionTransaction {
    /// Annuls every result of a candidate that stands, and ends what is open on them: complaints, new gradings, and reasons that were asked
    /// for; of a complaint before the grade as well.
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
            try advance("grade-complaint", complaint, "lapse")
            try stopRegradings(of: complaint, "complaint")
        }
        for complaint in try cases("formal_complaint", of: candidate) {
            try stopRegradings(of: complaint, "formal")
            try advance("formal-complaint", complaint, "lapse")
        }
        for request in try cases("reasons", of: candidate) { try advance("reasons", request, "lapse") }
        let early = try Int64.fetchAll(
            db, sql: "SELECT _id FROM assessment_exam_complaint WHERE candidate = ? ORDER BY _id", arguments: [candidate])
        for complaint in early { try advance("exam-complaint", complaint, "lapse") }
    }

    /// The records of a kind that hang under the results of a candidate.
    private func cases(_ table: String, of candidate: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT x._id FROM assessment_\(table) x JOIN assessment_result r ON r._id = x.result WHERE r.candidate = ? ORDER BY x._id
                """, arguments: [candidate])
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
