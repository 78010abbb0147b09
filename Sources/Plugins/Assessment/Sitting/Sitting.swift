import GRDB
import Kernel

/// One candidate's exam in time: when she is given the task, when she took it out, and how long she has.
struct Sitting {
    var candidate: Int64
    var enrolment: Int64
    var offering: String
    var exam: String
    /// When the exam opens and is due for everyone.
    var opens: Instant?
    var due: Instant?
    /// When she took out the task; nil where she has not.
    var began: Instant?
    var part: ExamTree.Part?

    /// - Returns: nil where there is no such candidate.
    init?(_ candidate: Int64, in db: Database) throws {
        let sql = """
            SELECT c.enrolment, a.offering, a.activity, a.opens, a.due, c.began FROM assessment_candidate c
            JOIN kernel_activity a ON a.key = c.activity WHERE c._id = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [candidate]) else { return nil }
        func instant(_ column: Int) -> Instant? { (row[column] as Int64?).flatMap(Instant.init(microseconds:)) }
        self.candidate = candidate
        (enrolment, offering, exam) = (row[0], row[1], row[2])
        (opens, due, began) = (instant(3), instant(4), instant(5))
        part = try ExamTree.of(offering: offering, in: db)?.part(exam)
    }

    /// When the task or topic is given: when the exam opens, or as long before as the part says; nil where it opens on no day.
    func given(_ zone: TimeZoneRules) throws -> Instant? {
        guard let opens, let part else { return opens }
        return try Self.given(part, opens, zone)
    }

    /// When the task of a part is given, where its exam opens at that instant.
    static func given(_ part: ExamTree.Part, _ opens: Instant, _ zone: TimeZoneRules) throws -> Instant {
        guard let lead = part.release else { return opens }
        let day = zone.day(at: opens)
        let clock = opens.seconds - (try zone.startOfDay(day)).seconds
        let first = try day.adding(months: -12 * lead.years - lead.months).adding(days: -7 * lead.weeks - lead.days)
        let time = lead.hours * 3600 + lead.minutes * 60 + lead.seconds
        return try zone.startOfDay(first).adding(seconds: clock - time)
    }

    /// When the exam is due for her, extensions counted.
    func due(in db: Database) throws -> Instant? {
        try ActivityExtensions(enrolment: enrolment, in: db).due(enrolment, exam, ordinary: due)
    }
}
