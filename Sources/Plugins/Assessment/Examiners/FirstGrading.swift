import GRDB
import Kernel

/// The first grading of a script, and who can see any of it.
struct FirstGrading {
    private let script: Int64
    private let live: LiveConfiguration
    private let db: Database

    init(of script: Int64, live: LiveConfiguration, in db: Database) {
        self.script = script
        self.live = live
        self.db = db
    }

    /// The records that an examiner of a complaint must not see, by kind (UH-loven § 11-11(2)).
    private static let closed = [
        ("assessment.judgement", "SELECT _id FROM assessment_judgement WHERE script = ?"),
        ("assessment.decision", "SELECT _id FROM assessment_decision WHERE script = ?"),
        ("assessment.candidate", "SELECT _id FROM assessment_candidate WHERE script = ?"),
        (
            "assessment.result",
            "SELECT r._id FROM assessment_result r JOIN assessment_candidate c ON c._id = r.candidate WHERE c.script = ?"
        ),
        (
            "assessment.outcome",
            "SELECT o._id FROM assessment_outcome o JOIN assessment_candidate c ON c.enrolment = o.enrolment WHERE c.script = ?"
        ),
    ]

    /// Whether a person can see the first grade, whether it was a pass, or how it came about, by whatever right.
    ///
    /// Whoever sees what a participant has done, as a lecturer of the course does, sees by it whether she has passed.
    func isVisible(to person: Int64, at instant: Instant) throws -> Bool {
        let people = try PeopleReading(.person(person), in: db)
        let enrolments = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT enrolment FROM assessment_candidate WHERE script = ?"), arguments: [script])
        for enrolment in enrolments where try people.enrolment(String(enrolment), in: db) != nil { return true }
        let reader = try RecordReader(live, as: .person(person), at: instant, in: db)
        // What other modules keep of her taking part may say that she has completed the course.
        for enrolment in enrolments where try reader.seesAny(ofEnrolment: enrolment, besides: "assessment") { return true }
        for (name, sql) in Self.closed {
            guard let type = live.record(name) else { continue }
            for number in try Int64.fetchAll(db, sql: sql, arguments: [script]) where try reader.find(type, number) != nil { return true }
        }
        return false
    }

    /// Whether a person has judged the script before, at first or anew, and for whomever of those who wrote it; `regrading` itself does not
    /// count, nor does one that she stepped aside from, or that was stopped before she had judged.
    ///
    /// What a group hands in is one script: whoever has judged it has judged it for all of them, and is no new examiner of any of them.
    func isExaminer(_ person: Int64, but regrading: Int64) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM assessment_judgement WHERE script = ?1 AND assessor = ?2)
            OR EXISTS (SELECT 1 FROM assessment_regrade r JOIN assessment_regrading g ON g._id = r.regrading
            WHERE g.script = ?1 AND r.assessor = ?2 AND g._id <> ?3
            AND r._state <> 'recused' AND (g._state <> 'stopped' OR r._state = 'sealed'))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [script, person, regrading]) == true
    }
}
