import GRDB
import Kernel

/// Who takes a consent back, or lets it cover less, takes with it what others have shared of the work that stood on it.
///
/// In the same transaction, so that nothing of her is out for a moment longer. Source: GDPR art. 7(3), read 2026-08-01.
struct EndShares: Reaction {
    let events: EventSelection = ["community.consent.withdraw", "community.consent.end", "community.consent.updated"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let live = transaction.live, let share = live.record("community.share"),
            let takeBack = share.workflow?.transitions.first(where: { $0.name == "take-back" }),
            let consent = event.header.records.first(where: { $0.kind == "community.consent" }).flatMap({ Int64($0.id) }),
            let row = try Row.fetchOne(
                transaction.db,
                sql: """
                    SELECT p.id, c."group" FROM community_consent c JOIN kernel_person p ON c._author = 'person:' || p.key WHERE c._id = ?
                    """, arguments: [consent])
        else { return }
        let (person, group): (String, Int64) = (row[0], row[1])
        let shared = try Row.fetchAll(
            transaction.db, sql: "SELECT _id, record, number FROM community_share WHERE _state IN ('asked', 'given') ORDER BY _id")
        for row in shared {
            let (number, work, of): (Int64, String, Int64) = (row[0], row[1], row[2])
            guard let named = try NamedPeople(work, of, live, in: transaction.db), named.group == group,
                try named.people(of: of, in: transaction.db).contains(person), try named.hasWithdrawn(person, in: transaction.db)
            else { continue }
            try transaction.records.move(share, number, takeBack)
        }
    }
}
