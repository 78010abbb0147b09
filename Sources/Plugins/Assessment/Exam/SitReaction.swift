import Kernel

/// Whoever delivered a script, or took part in it, has sat the exam.
struct SitReaction: Reaction {
    let events: EventSelection = ["assessment.script.deliver", "assessment.script.hold"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("script"), let script = try store.script(number) else { return }
        for person in script.members {
            guard let candidate = try store.candidate(of: person, in: script.activity) else { continue }
            try transaction.change("candidate", candidate.number, ["script": .number(number)])
            try transaction.advance("candidate", candidate.number, "sit")
        }
    }
}
