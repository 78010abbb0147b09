import GRDB
import Kernel

/// When a definition of a concept is agreed, the one that was agreed before it is replaced, so that one alone holds.
struct ReplaceFormerDefinition: Reaction {
    let events: EventSelection = ["curriculum.definition.agree"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let type = transaction.live?.record("curriculum.definition"),
            let replace = type.workflow?.transitions.first(where: { $0.name == "replace" })
        else { return }
        for definition in event.header.records where definition.kind == "curriculum.definition" {
            let former = try Int64.fetchAll(
                transaction.db,
                sql: """
                    SELECT other._id FROM curriculum_definition own
                    JOIN curriculum_definition other ON other.concept = own.concept AND other._id <> own._id
                    WHERE own._id = ? AND other._state = 'agreed' ORDER BY other._id
                    """, arguments: [Int64(definition.id)])
            for number in former { try transaction.records.move(type, number, replace) }
        }
    }
}
