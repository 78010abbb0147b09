import GRDB

/// Judges enrolments against the requirements of their variants, and keeps the outcomes.
///
/// Participants of one offering who have done the same are judged once, unless the outcome hangs on a rule that asks who it is about. It
/// lives no longer than the transaction in which it is made, and not across a change of offerings or releases.
final class Assessor {
    private struct Case: Hashable {
        var offering: String
        var done: Set<Int64>
    }

    private let live: LiveConfiguration
    private let db: Database
    private var courses: [String: CourseReading] = [:]
    private var kinds: [Int64: String] = [:]
    private var outcomes: [Case: Fulfilment.Verdict] = [:]

    init(live: LiveConfiguration, in db: Database) {
        self.live = live
        self.db = db
    }

    /// The kind of an activity, by its key; nil where there is none.
    func kind(of activity: Int64) throws -> String? {
        if let known = kinds[activity] { return known }
        let kind = try String.fetchOne(db.cachedStatement(sql: "SELECT kind FROM kernel_activity WHERE key = ?"), arguments: [activity])
        kinds[activity] = kind
        return kind
    }

    /// What rules may know of a participant; nil where there is no such enrolment, or where it is not a participant's.
    func reading(_ enrolment: Int64) throws -> EnrolmentReading? {
        try found(enrolment).map { EnrolmentReading(enrolment, course: $0.course, done: $0.done, live: live, in: db) }
    }

    /// Judges an enrolment, and keeps the outcome with the instant at which it became that.
    func assess(_ enrolment: Int64, at instant: Instant) throws {
        guard let (course, done) = try found(enrolment) else { return }
        let outcome = try outcome(enrolment, course, done)
        let upsert = try BulkStatement(
            kept: """
                INSERT INTO kernel_fulfilment (enrolment, status, since) VALUES (?, ?, ?)
                ON CONFLICT (enrolment) DO UPDATE SET status = excluded.status, since = excluded.since WHERE status <> excluded.status
                """, in: db)
        upsert.bind(1, enrolment)
        upsert.bind(2, copying: outcome.rawValue)
        upsert.bind(3, instant.microseconds)
        try upsert.run()
    }

    /// What all who have done the same have in common is judged first: it mostly decides, and then holds for all of them.
    ///
    /// A rule that has once asked who it is about is left for later, also in other transactions.
    private func outcome(_ enrolment: Int64, _ course: CourseReading, _ done: Set<Int64>) throws -> Fulfilment.Verdict {
        let known = Case(offering: course.offering, done: done)
        if let before = outcomes[known] { return before }
        let requirements = Requirements(live: live)
        let common = try requirements.verdict(course.body) { pair in
            guard !live.memory.isPersonal(pair.key) else { return nil }
            let reading = EnrolmentReading(enrolment, course: course, done: done, live: live, in: db)
            let verdict = try requirements.leaf(pair, of: reading).verdict
            if reading.isPersonal {
                live.memory.takePersonal(pair.key)
                return nil
            }
            return verdict
        }
        if let common {
            outcomes[known] = common
            return common
        }
        let reading = EnrolmentReading(enrolment, course: course, done: done, live: live, in: db)
        return try requirements.verdict(course.body) { try requirements.leaf($0, of: reading).verdict } ?? .unknown
    }

    /// Judges every participant.
    func assessAll(at instant: Instant) throws {
        for enrolment in try Int64.fetchAll(db, sql: "SELECT id FROM kernel_enrolment WHERE role = 'participant' ORDER BY id") {
            try assess(enrolment, at: instant)
        }
    }

    private func found(_ enrolment: Int64) throws -> (course: CourseReading, done: Set<Int64>)? {
        let place = try BulkStatement(kept: "SELECT offering FROM kernel_enrolment WHERE id = ? AND role = 'participant'", in: db)
        place.bind(1, enrolment)
        guard let offering = try place.first({ $0.text(0) }) else { return nil }
        if courses[offering] == nil { courses[offering] = try CourseReading(offering, live: live, in: db) }
        guard let course = courses[offering] else { return nil }
        let completed = try BulkStatement(kept: "SELECT activity FROM kernel_completion WHERE enrolment = ? AND status = 'done'", in: db)
        completed.bind(1, enrolment)
        var done: Set<Int64> = []
        try completed.forEach { done.insert($0.integer(0)) }
        return (course, done)
    }
}
