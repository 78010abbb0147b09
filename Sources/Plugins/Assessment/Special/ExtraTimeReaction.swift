import GRDB
import Kernel

/// More time that is granted is time: the exam is due later for that candidate, by as much of the time that she has, or that it is open.
struct ExtraTimeReaction: Reaction {
    let events: EventSelection = ["assessment.accommodation.grant"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let sql = """
            SELECT x.percent, x.enrolment, a.offering, a.activity, a.opens, a.due FROM assessment_accommodation x
            JOIN kernel_activity a ON a.key = x.activity
            WHERE x._id = ? AND x.measure = 'extra-time' AND x.percent IS NOT NULL AND a.opens IS NOT NULL AND a.due > a.opens
            """
        guard let number = event.number("accommodation"),
            let row = try Row.fetchOne(transaction.db, sql: sql, arguments: [number]), let opens = Instant(microseconds: row[4]),
            let due = Instant(microseconds: row[5])
        else { return }
        let (percent, enrolment): (Int64, Int64) = (row[0], row[1])
        let (offering, activity): (String, String) = (row[2], row[3])
        let part = try ExamTree.of(offering: offering, in: transaction.db)?.part(activity)
        guard let until = Sitting.due(due, opens: opens, part, percent: percent) else { return }
        // It never takes back what someone has given before.
        let given = try ActivityExtensions(enrolment: enrolment, in: transaction.db).due(enrolment, activity, ordinary: due)
        if let given, given >= until { return }
        try transaction.perform(
            "kernel.deadline.extend",
            [
                "enrolment": .string(String(enrolment)), "activity": .string(activity), "until": .string(until.description),
                "reason": .string("UH-loven § 10-5"),
            ])
    }
}
