import GRDB
import Kernel

/// What a group delivers is delivered by each of its members who take the course.
///
/// Who they are is frozen with the first delivery; each is then approved or not on her own.
struct ShareWorkReaction: Reaction {
    let events: EventSelection = ["assessment.joint-work.deliver"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("joint-work"),
            let row = try Row.fetchOne(
                transaction.db,
                sql: """
                    SELECT j.activity, j."group", a.offering FROM assessment_joint_work j JOIN kernel_activity a ON a.key = j.activity WHERE j._id = ?
                    """, arguments: [number])
        else { return }
        let (activity, group, offering): (Int64, Int64, String) = (row[0], row[1], row[2])
        var members = try store.list("joint-work", "members", number)
        if members.isEmpty {
            members = try Int64.fetchAll(
                transaction.db,
                sql: """
                    SELECT m.person FROM kernel_group_member m JOIN kernel_enrolment e ON e.person = m.person AND e.offering = ?
                    WHERE m."group" = ? AND e.role = 'participant' AND e.state = 'active' ORDER BY m.person
                    """, arguments: [offering, group])
            try transaction.change("joint-work", number, ["members": .people(members)])
        }
        for person in members { try share(number, activity, offering, person, transaction) }
    }

    private func share(_ number: Int64, _ activity: Int64, _ offering: String, _ person: Int64, _ transaction: ActionTransaction) throws {
        let found = try Row.fetchOne(
            transaction.db,
            sql: """
                SELECT e.id, w._id FROM kernel_enrolment e LEFT JOIN assessment_work w ON w.enrolment = e.id AND w.activity = ?
                WHERE e.person = ? AND e.offering = ? AND e.role = 'participant'
                """, arguments: [activity, person, offering])
        guard let found else { return }
        let enrolment: Int64 = found[0]
        let known: Int64? = found[1]
        let work = try known ?? transaction.make("work", ["activity": .number(activity)], under: enrolment)
        try transaction.change("work", work, ["joint": .number(number)])
        try transaction.advance("work", work, "deliver")
    }
}
