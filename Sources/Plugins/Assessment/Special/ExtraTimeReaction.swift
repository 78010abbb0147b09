import GRDB
import Kernel

/// More time that is granted is time: the exam is due later for that candidate, by as much of the time that it is open.
struct ExtraTimeReaction: Reaction {
    let events: EventSelection = ["assessment.accommodation.grant"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let sql = """
            SELECT x.percent, x.enrolment, a.activity, a.opens, a.due FROM assessment_accommodation x
            JOIN kernel_activity a ON a.key = x.activity
            WHERE x._id = ? AND x.measure = 'extra-time' AND x.percent IS NOT NULL AND a.opens IS NOT NULL AND a.due > a.opens
            """
        guard let number = event.number("accommodation"),
            let row = try Row.fetchOne(transaction.db, sql: sql, arguments: [number])
        else { return }
        let (percent, open): (Int64, Int64) = (row[0], (row[4] as Int64) - (row[3] as Int64))
        guard let until = Instant(microseconds: (row[4] as Int64) + open / 100 * percent) else { return }
        let (enrolment, activity): (Int64, String) = (row[1], row[2])
        // It never takes back what someone has given before.
        let given = try Int64.fetchOne(
            transaction.db,
            sql:
                "SELECT until FROM kernel_extension WHERE kind = 'kernel.enrolment' AND record = ? AND name = ? ORDER BY event DESC LIMIT 1",
            arguments: [enrolment, "\(activity).due"])
        if let given, given >= until.microseconds { return }
        try transaction.perform(
            "kernel.deadline.extend",
            [
                "enrolment": .string(String(enrolment)), "activity": .string(activity), "until": .string(until.description),
                "reason": .string("UH-loven § 10-5"),
            ])
    }
}
