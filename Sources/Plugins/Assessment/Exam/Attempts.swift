import GRDB
import Kernel

/// What a person has used of her attempts at an exam, in all offerings of the course, whatever its version (UH-loven § 11-6(3), consolidated
/// 2026-08-01: the institution's own regulations).
///
/// The exam of another offering is the same where it has the same name, or where each course has but one.
struct Attempts {
    /// One registration beside the one that is looked at.
    struct Registration {
        var state: String
        /// Whether it is in the same enrolment.
        var isHere: Bool
        var usesOne: Bool
    }

    /// The others, oldest first.
    let others: [Registration]
    /// The highest number that one of them has.
    let last: Int

    var used: Int { others.count { $0.usesOne } }

    /// States in which a registration has not used an attempt.
    static let unused: Set<String> = ["withdrawn", "absent-valid"]

    /// - Parameter number: of the registration that is looked at.
    init(beside number: Int64, _ enrolment: Int64, _ activity: Int64, in db: Database) throws {
        let course = """
            coalesce(json_extract(r.canonical, '$.body.course.institution') || '/' || json_extract(r.canonical, '$.body.course.code'), o.variant),
            json_array_length(r.canonical, '$.body.assessment.parts') = 1
            """
        let own = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT a.activity, \(course) FROM kernel_activity a JOIN kernel_offering o ON o.id = a.offering
                    JOIN kernel_release r ON r.id = o.release WHERE a.key = ?
                    """), arguments: [activity])
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT a.activity, \(course), c.counts, c._state, c.enrolment = ?1 AND c.activity = ?2, c.attempt
                    FROM assessment_candidate c JOIN kernel_enrolment e ON e.id = c.enrolment JOIN kernel_activity a ON a.key = c.activity
                    JOIN kernel_offering o ON o.id = a.offering JOIN kernel_release r ON r.id = o.release
                    WHERE c._id <> ?3 AND e.person = (SELECT person FROM kernel_enrolment WHERE id = ?1) ORDER BY c._id
                    """), arguments: [enrolment, activity, number]
        ).filter { row in
            guard let own, row[1] as String? == own[1] as String? else { return false }
            return row[0] as String == own[0] as String || (row[2] as Bool? ?? false) && (own[2] as Bool? ?? false)
        }
        others = rows.map { row in
            let state: String = row[4]
            return Registration(
                state: state, isHere: row[5] as Bool? ?? false, usesOne: (row[3] as Bool? ?? true) && !Self.unused.contains(state))
        }
        last = rows.compactMap { $0[6] as Int? }.max() ?? 0
    }
}
