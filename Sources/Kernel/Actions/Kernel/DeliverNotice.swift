import GRDB

/// `kernel.notice.deliver` by name.
struct DeliverNotice: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator"]
    static let title = Text(nb: "bokføre at et brev er framme", nn: "bokføre at eit brev er framme", en: "record that a letter has arrived")
    static let action = "kernel.notice.deliver"

    var fields: [Field] {
        [
            .input(
                "notice", Text(nb: "Nummeret til brevet", nn: "Nummeret til brevet", en: "The letter's number"),
                type: .integer(minimum: 1, maximum: nil)),
            .input("channel", Text(nb: "Hvordan det kom fram", nn: "Korleis det kom fram", en: "How it arrived")),
        ]
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let action = NoticeDeliveryAction(plan: live.deadlines, time: live.time)
        let input = NoticeDeliveryAction.Input(notice: Int64(values.integer("notice") ?? 0), channel: values.text("channel") ?? "")
        let outcome = try action.perform(action.check(input, in: transaction.db, context: transaction.context), in: transaction)
        return ActionOutcome(id: outcome.id, state: outcome.state, effect: .object([("new", .bool(outcome.effect.isNew))]))
    }
}
