import GRDB
import Kernel

/// Makes the groups of a confirmed division, with their members.
struct ConfirmGroupsReaction: Reaction {
    let events: EventSelection = ["participation.grouping.confirm"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.grouping") else { return }
        let db = transaction.db
        let row = try Row.fetchOne(db, sql: "SELECT offering, title FROM participation_grouping WHERE _id = ?", arguments: [number])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT x.number, p.id FROM participation_placement x JOIN kernel_enrolment e ON e.id = x.enrolment
                JOIN kernel_person p ON p.key = e.person WHERE x.grouping = ? AND e.state = 'active' ORDER BY x.number, e.id
                """, arguments: [number])
        guard let row else { return }
        let (offering, title): (String, String) = (row[0], row[1])
        var made: Set<Int> = []
        for placement in rows {
            let (group, person): (Int, String) = (placement[0], placement[1])
            let id = "\(offering)-d\(number)-g\(group)"
            if made.insert(group).inserted {
                try transaction.perform(
                    "kernel.group.create",
                    ["id": .string(id), "title": .string("\(title) \(group)"), "offering": .string(offering)])
            }
            try transaction.perform("kernel.group.add", ["group": .string(id), "person": .string(person)])
        }
    }
}
