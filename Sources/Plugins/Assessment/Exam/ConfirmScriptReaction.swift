import Kernel

/// Whoever is named in a script says herself that she delivers it with the others; whoever hands it in has said so by that.
struct ConfirmScriptReaction: Reaction {
    let events: EventSelection = ["assessment.script.confirm", "assessment.script.deliver"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("script"), let script = try store.script(number) else { return }
        guard case .person(let person) = transaction.context.actor, script.members.contains(person) else {
            guard event.name == "assessment.script.confirm" else { return }
            throw ReactionRefusal(
                Text(
                    nb: "den som er nevnt, bekrefter selv at hun leverer sammen med de andre",
                    nn: "den som er nemnd, stadfester sjølv at ho leverer saman med dei andre",
                    en: "whoever is named confirms herself that she delivers with the others"))
        }
        let confirmed = try store.list("script", "confirmed", number)
        guard script.members.count > 1, !confirmed.contains(person) else { return }
        try transaction.change("script", number, ["confirmed": .people(confirmed + [person])])
    }
}
