import GRDB
import Kernel

/// That an institution has excluded somebody for a time.
///
/// UH-loven § 12-4, consolidated 2026-08-01.
enum Exclusion {
    /// Until when a person is excluded from the institution that gives a course; nil where she is not.
    static func until(_ person: Int64, from course: LiveCourse, on day: Day, live: LiveConfiguration, in db: Database) throws -> String? {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.offering, s.excluded_until FROM kernel_enrolment e
                JOIN participation_seat s ON s.enrolment = e.id AND s._state = 'excluded' AND s.excluded_until >= ?
                WHERE e.person = ? ORDER BY s.excluded_until DESC
                """, arguments: [day.description, person])
        let institution = course.variant.course.institution
        return try rows.first { try live.course(of: $0[0], in: db)?.variant.course.institution == institution }.map { $0[1] }
    }
}
