import GRDB
import Kernel

/// When a concept round closes, by hand or because its time is up, the sittings that are still open close with it.
///
/// Otherwise they would stay open for ever: nothing can be done below a round that is closed.
struct CloseSittings: Reaction {
    let events: EventSelection = ["curriculum.round.close", "curriculum.round.expire"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let type = transaction.live?.record("curriculum.sitting"),
            let close = type.workflow?.transitions.first(where: { $0.name == "close" })
        else { return }
        for round in event.header.records where round.kind == "curriculum.round" {
            let open = try Int64.fetchAll(
                transaction.db.cachedStatement(sql: "SELECT _id FROM curriculum_sitting WHERE round = ? AND _state = 'open' ORDER BY _id"),
                arguments: [Int64(round.id)])
            for sitting in open { try transaction.records.move(type, sitting, close) }
        }
    }
}
