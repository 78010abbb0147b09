import GRDB
import Kernel

/// Judges everyone in an offering anew when the number of half-days changes.
struct ReassessReaction: Reaction {
    let events: EventSelection = ["participation.gathering.created", "participation.gathering.updated", "participation.gathering.cancel"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.gathering"),
            let offering = try String.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT offering FROM participation_gathering WHERE _id = ?"), arguments: [number])
        else { return }
        try transaction.reassess(offering: offering)
    }
}
