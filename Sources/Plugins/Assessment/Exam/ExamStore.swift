import GRDB
import Kernel

/// What the module has stored of exams, read within one transaction.
struct ExamStore {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// A script as it is stored.
    struct Script {
        var number: Int64
        var candidate: Int64
        var activity: Int64
        var exam: String
        var offering: String
        var state: String
        var form: String
        var isVerifiable: Bool
        var examiners: Int
        var external: Int
        var members: [Int64]
    }

    func script(_ number: Int64) throws -> Script? {
        let sql = """
            SELECT s._id, s.candidate, c.activity, a.activity, a.offering, s._state, s.form, s.verifiable, s.examiners, s.external
            FROM assessment_script s JOIN assessment_candidate c ON c._id = s.candidate JOIN kernel_activity a ON a.key = c.activity
            WHERE s._id = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [number]) else { return nil }
        let verifiable: Bool? = row[7]
        return Script(
            number: row[0], candidate: row[1], activity: row[2], exam: row[3], offering: row[4], state: row[5], form: row[6] ?? "",
            isVerifiable: verifiable ?? true, examiners: row[8] ?? 1, external: row[9] ?? 0, members: try list("script", "members", number))
    }

    /// The script that a candidate delivered or took part in.
    func script(of candidate: Int64) throws -> Script? {
        let sql = "SELECT script FROM assessment_candidate WHERE _id = ?"
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [candidate]).flatMap { try script($0) }
    }

    /// The candidates who sat with a script.
    func candidates(of script: Int64) throws -> [(number: Int64, state: String)] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT _id, _state FROM assessment_candidate WHERE script = ? ORDER BY _id"), arguments: [script]
        ).map { ($0[0], $0[1]) }
    }

    /// Those who examined earlier tries, spoilt by a formal error, of those who wrote a script (UH-loven § 11-9).
    func spoilt(before script: Int64) throws -> Set<Int64> {
        try Set(
            Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT j.assessor FROM assessment_candidate n JOIN assessment_candidate o
                        ON o.enrolment = n.enrolment AND o.activity = n.activity AND o._state = 'annulled'
                        JOIN assessment_judgement j ON j.script = o.script WHERE n.script = ? AND (EXISTS (
                        SELECT 1 FROM assessment_result r JOIN assessment_formal_complaint f ON f.result = r._id AND f.remedy = 'new-exam'
                        WHERE r.candidate = o._id)
                        OR EXISTS (SELECT 1 FROM assessment_exam_complaint e WHERE e.candidate = o._id AND e.remedy = 'new-exam'))
                        """), arguments: [script]))
    }

    /// The guide of an exam; nil where none is adopted.
    func guide(of activity: Int64, in offering: String) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT _id FROM assessment_guide WHERE offering = ? AND activity = ? AND _state IN ('adopted', 'published')"),
            arguments: [offering, activity])
    }

    /// Until when a person is excluded, and the case that decided it; nil where she is not, on that day (UH-loven § 12-4).
    func exclusion(of person: Int64, on day: Day) throws -> (until: String, record: String, number: Int64)? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT "until", record, _id FROM (
                    SELECT s."until", 'suspicion' AS record, s._id FROM assessment_suspicion s JOIN assessment_candidate c ON c._id = s.candidate
                    JOIN kernel_enrolment e ON e.id = c.enrolment WHERE e.person = ?1 AND s._state = 'excluded' AND ?2 BETWEEN s."from" AND s."until"
                    UNION ALL SELECT s."until", 'work-suspicion', s._id FROM assessment_work_suspicion s JOIN assessment_work w ON w._id = s.work
                    JOIN kernel_enrolment e ON e.id = w.enrolment WHERE e.person = ?1 AND s._state = 'excluded' AND ?2 BETWEEN s."from" AND s."until") ORDER BY "until" DESC LIMIT 1
                    """), arguments: [person, day.description]
        ).map { ($0[0], $0[1], $0[2]) }
    }

    /// The values of a list of references.
    func list(_ record: String, _ field: String, _ number: Int64) throws -> [Int64] {
        let table = SQLName.quoted(SQLName.list(table: SQLName.table(module: "assessment", record: record), field: field))
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT value FROM \(table) WHERE record = ? ORDER BY position"), arguments: [number])
    }

    /// The candidate of a person in an activity who has not withdrawn or been annulled.
    func candidate(of person: Int64, in activity: Int64) throws -> (number: Int64, state: String)? {
        let sql = """
            SELECT c._id, c._state FROM assessment_candidate c JOIN kernel_enrolment e ON e.id = c.enrolment
            WHERE e.person = ? AND +c.activity = ? AND c._state NOT IN ('withdrawn', 'withdrawn-late', 'absent-valid', 'absent-used', 'annulled')
            ORDER BY c._id DESC LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [person, activity]).map { ($0[0], $0[1]) }
    }

    /// The grades of what has been handed in under a script or a new grading.
    func grades(_ record: String, under parent: String, _ number: Int64) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT grade FROM assessment_\(record) WHERE \(parent) = ? AND _state = 'sealed' AND grade IS NOT NULL ORDER BY _id
                    """), arguments: [number])
    }

    /// Where an enrolment belongs: the offering and the person.
    func enrolment(_ number: Int64) throws -> (offering: String, person: Int64)? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT offering, person FROM kernel_enrolment WHERE id = ?"), arguments: [number])
            .map { ($0[0], $0[1]) }
    }

    /// A result with the candidate that it belongs to.
    func result(_ number: Int64) throws -> (candidate: Int64, grade: String, isVerifiable: Bool, kind: String, state: String)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT candidate, grade, verifiable, kind, _state FROM assessment_result WHERE _id = ?"),
            arguments: [number]
        ).map { ($0[0], $0[1], $0[2], $0[3], $0[4]) }
    }

    /// The new grading that a result of a complaint came from; nil for other results.
    func regrading(behind result: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT g._id FROM assessment_result r JOIN assessment_regrading g ON g._state = 'agreed' AND (
                    (r.kind = 'appeal' AND g.complaint IN (SELECT _id FROM assessment_grade_complaint WHERE result = r.replaces))
                    OR (r.kind = 'formal' AND g.formal IN (SELECT _id FROM assessment_formal_complaint WHERE result = r.replaces)))
                WHERE r._id = ? ORDER BY g._id DESC LIMIT 1
                """, arguments: [result])
    }

    /// The offering in which a candidate sits.
    func offering(of candidate: Int64) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT e.offering FROM assessment_candidate c JOIN kernel_enrolment e ON e.id = c.enrolment WHERE c._id = ?"),
            arguments: [candidate])
    }

    /// Whether a person sits an exam, or has sat it: whoever has withdrawn does not.
    func sits(_ person: Int64, _ activity: Int64) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM kernel_enrolment e JOIN assessment_candidate c ON c.enrolment = e.id
            WHERE e.person = ? AND +c.activity = ? AND c._state NOT IN ('withdrawn', 'withdrawn-late'))
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [person, activity]) == true
    }

    /// Whether an examiner may not judge what someone has written, as `ties` has it of everyone.
    func isTied(_ examiner: Int64, to person: Int64, in offering: String) throws -> Bool {
        let sql = """
            WITH RECURSIVE mine(id) AS (
              SELECT organisation FROM kernel_affiliation WHERE person = ?1
              UNION SELECT o.parent FROM mine JOIN kernel_organisation o ON o.id = mine.id WHERE o.parent IS NOT NULL
            ), hers(id) AS (
              SELECT organisation FROM kernel_affiliation WHERE person = ?2
              UNION SELECT o.parent FROM hers JOIN kernel_organisation o ON o.id = hers.id WHERE o.parent IS NOT NULL
            )
            SELECT EXISTS (SELECT 1 FROM assessment_tie WHERE offering = ?3 AND assessor = ?1 AND about = ?2)
            OR EXISTS (SELECT 1 FROM mine JOIN hers ON hers.id = mine.id JOIN kernel_organisation o ON o.id = mine.id
            WHERE o.kind <> 'institution')
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [examiner, person, offering]) == true
    }

    /// Those whose scripts an examiner may not judge: for reasons that were declared, and those employed by the same school owner.
    func ties(of examiner: Int64, in offering: String) throws -> Set<Int64> {
        let declared = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT about FROM assessment_tie WHERE assessor = ? AND offering = ?"),
            arguments: [examiner, offering])
        // From her own organisations up to all above them, and from those that are no institution down to everybody there.
        let owned = """
            WITH RECURSIVE above(id) AS (
              SELECT organisation FROM kernel_affiliation WHERE person = ?1
              UNION SELECT o.parent FROM above JOIN kernel_organisation o ON o.id = above.id WHERE o.parent IS NOT NULL
            ), together(id) AS (
              SELECT o.id FROM above JOIN kernel_organisation o ON o.id = above.id WHERE o.kind <> 'institution'
              UNION SELECT o.id FROM together JOIN kernel_organisation o ON o.parent = together.id
            )
            SELECT DISTINCT b.person FROM together CROSS JOIN kernel_affiliation b ON b.organisation = together.id
            CROSS JOIN kernel_enrolment e ON e.person = b.person AND e.offering = ?2 AND e.role = 'participant' WHERE b.person <> ?1
            """
        let same = try Int64.fetchAll(db.cachedStatement(sql: owned), arguments: [examiner, offering])
        return Set(declared + same + [examiner])
    }
}
