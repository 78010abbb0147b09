import GRDB

/// `kernel.delivery.retry` by name.
struct RetryDelivery: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin"]
    static let title = Text(nb: "levere på nytt", nn: "levere på nytt", en: "deliver again")
    static let action = "kernel.delivery.retry"

    var fields: [Field] {
        [
            .input("subscriber", Text(nb: "Mottakeren", nn: "Mottakaren", en: "The subscriber")),
            .input(
                "event", required: false,
                Text(
                    nb: "Nummeret til hendelsen; ellers alle som er lagt til side",
                    nn: "Nummeret til hendinga; elles alle som er lagde til side", en: "The event's number; otherwise all that are parked"),
                type: .integer(minimum: 1, maximum: nil)),
        ]
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let action = DeliveryRetryAction()
        let input = DeliveryRetryAction.Input(subscriber: values.text("subscriber") ?? "", event: values.integer("event").map(Int64.init))
        let outcome = try action.perform(action.check(input, in: transaction.db, context: transaction.context), in: transaction)
        return ActionOutcome(id: outcome.id, effect: .object([("events", .integer(outcome.effect))]))
    }
}
