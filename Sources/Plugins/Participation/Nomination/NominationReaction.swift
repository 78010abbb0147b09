import GRDB
import Kernel

/// Makes the draft of an application of a nomination that the leader has said yes to, and approves it as it was nominated when she submits it.
///
/// What she has changed of employer, school, post or team is not what the owner nominated, and waits for the owner.
struct NominationReaction: Reaction {
    let events: EventSelection = ["participation.nomination.accept", "participation.application.submit"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let live = transaction.live, let type = live.record(Applicant.kind) else { return }
        if event.name == "participation.application.submit" { return try approve(event, type, live, in: transaction) }
        guard let number = event.number(of: "participation.nomination"),
            let row = try Row.fetchOne(
                transaction.db, sql: "SELECT round, person, employer, school, post, team FROM participation_nomination WHERE _id = ?",
                arguments: [number])
        else { return }
        var values: [String: FieldValue] = ["nomination": .scalar(number.databaseValue)]
        for (name, column) in [("applicant", "person"), ("employer", "employer"), ("school", "school"), ("post", "post"), ("team", "team")]
        {
            let value: DatabaseValue = row[column]
            if !value.isNull { values[name] = .scalar(value) }
        }
        try transaction.records.create(type, values, parent: row["round"])
    }

    private func approve(_ event: RecordedEvent, _ type: RecordType, _ live: LiveConfiguration, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: Applicant.kind), let approve = type.workflow?.transition("approve-nominated") else { return }
        let row = try Row.fetchOne(
            transaction.db,
            sql: """
                SELECT n._id, n.round, n.employer, n.priority FROM participation_application a
                JOIN participation_nomination n ON n._id = a.nomination AND n.employer = a.employer AND n.post = a.post
                AND n.school IS a.school AND n.team IS a.team WHERE a._id = ?
                """, arguments: [number])
        guard let row else { return }
        let rules = try AdmissionCase(round: row[1], live: live, at: transaction.instant, in: transaction.db).rules
        guard rules.ownerPart != .none else { return }
        let priority: Int? = row[3]
        if rules.ownerPart == .prioritise {
            guard let priority,
                try !NominatesGuard.isTaken(
                    priority, by: row[2], in: row[1], exceptApplication: number, exceptNomination: row[0], transaction.db)
            else { return }
        }
        try transaction.records.move(
            type, number, approve, priority.map { ["priority": .scalar($0.databaseValue)] } ?? [:])
    }
}
