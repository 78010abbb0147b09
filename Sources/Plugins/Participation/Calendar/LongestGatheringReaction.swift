import GRDB
import Kernel

/// Remembers how long a gathering has been at most, so that the calendar can cancel the days that are gone.
struct LongestGatheringReaction: Reaction {
    let events: EventSelection = ["participation.gathering.created", "participation.gathering.updated"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.gathering"), let type = transaction.live?.record("participation.gathering"),
            let gathering = try transaction.records.load(type, number), let now = gathering.values["half-days"]?.integer,
            now > gathering.values["longest"]?.integer ?? 0
        else { return }
        try transaction.records.update(type, number, ["longest": .scalar(now.databaseValue)])
    }
}
