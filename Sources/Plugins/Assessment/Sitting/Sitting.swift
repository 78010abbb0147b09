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

    /// When the exam opens for her: as much later than for the others as it is due later, more time to answer not counted.
    func opens(in db: Database) throws -> Instant? {
        let own = try due(in: db)
        guard let opens else { return own }
        guard let due, let own else { return opens }
        let percent = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(x.percent) FROM assessment_accommodation x JOIN kernel_activity a ON a.key = x.activity
                    WHERE x.enrolment = ? AND a.offering = ? AND a.activity = ? AND x._state = 'granted' AND x.measure = 'extra-time'
                    """), arguments: [enrolment, offering, exam])
        let longer = max(due, Self.due(due, opens: opens, part, percent: percent ?? 0) ?? due)
        guard own > longer else { return opens }
        return Instant(microseconds: opens.microseconds + own.microseconds - longer.microseconds) ?? opens
    }

    /// When an exam is due for someone with so many per cent more time: of the time that she has, or that it is open.
    static func due(_ due: Instant, opens: Instant, _ part: ExamTree.Part?, percent: Int64) -> Instant? {
        // Hours and minutes are her own; of days she has as many as the exam is open.
        let own = part?.duration.flatMap { $0.hasTime ? $0.fixedSeconds : nil }
        let open = due.microseconds - opens.microseconds
        guard open > 0 else { return due }
        let length = min(open, own.map { Int64($0) * 1_000_000 } ?? open)
        return Instant(microseconds: due.microseconds + length / 100 * percent)
    }

    /// When the exam is due for her, extensions counted.
    func due(in db: Database) throws -> Instant? {
        try ActivityExtensions(enrolment: enrolment, in: db).due(enrolment, exam, ordinary: due)
    }
}
