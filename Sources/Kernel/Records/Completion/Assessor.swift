import GRDB

/// Judges enrolments against the requirements of their variants, and keeps the outcomes.
///
/// Participants of one offering who have done the same are judged once, unless a rule asks who it is about. It lives no longer than the
/// transaction in which it is made, and not across a change of offerings or releases.
final class Assessor {
    private struct Case: Hashable {
        var offering: String
        var done: Set<Int64>
    }

    private let live: LiveConfiguration
    private let db: Database
    private var courses: [String: CourseReading] = [:]
    private var outcomes: [Case: Fulfilment] = [:]

    init(live: LiveConfiguration, in db: Database) {
        self.live = live
        self.db = db
    }

    /// What rules may know of a participant; nil where there is no such enrolment, or where it is not a participant's.
    func reading(_ enrolment: Int64) throws -> EnrolmentReading? {
        try found(enrolment).map { EnrolmentReading(enrolment, course: $0.course, done: $0.done, live: live, in: db) }
    }

    /// Judges an enrolment, and keeps the outcome with the instant at which it became that.
    func assess(_ enrolment: Int64, at instant: Instant) throws {
        guard let (course, done) = try found(enrolment) else { return }
        let known = Case(offering: course.offering, done: done)
        let outcome: Fulfilment
        if let before = outcomes[known] {
            outcome = before
        } else {
            let reading = EnrolmentReading(enrolment, course: course, done: done, live: live, in: db)
            outcome = try Requirements(live: live).fulfilment(reading)
            if !reading.isPersonal { outcomes[known] = outcome }
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO kernel_fulfilment (enrolment, status, since) VALUES (?, ?, ?)
                ON CONFLICT (enrolment) DO UPDATE SET status = excluded.status, since = excluded.since WHERE status <> excluded.status
                """
        ).execute(arguments: [enrolment, outcome.word, instant.microseconds])
    }

    /// Judges every participant.
    func assessAll(at instant: Instant) throws {
        for enrolment in try Int64.fetchAll(db, sql: "SELECT id FROM kernel_enrolment WHERE role = 'participant' ORDER BY id") {
            try assess(enrolment, at: instant)
        }
    }

    private func found(_ enrolment: Int64) throws -> (course: CourseReading, done: Set<Int64>)? {
        guard
            let offering = try String.fetchOne(
                db.cachedStatement(sql: "SELECT offering FROM kernel_enrolment WHERE id = ? AND role = 'participant'"),
                arguments: [enrolment])
        else { return nil }
        if courses[offering] == nil { courses[offering] = try CourseReading(offering, live: live, in: db) }
        guard let course = courses[offering] else { return nil }
        let done = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT activity FROM kernel_completion WHERE enrolment = ? AND status = 'done'"),
            arguments: [enrolment])
        return (course, Set(done))
    }
}
