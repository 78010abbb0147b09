import Kernel

/// Writes to the other of the two who is asked to observe or be observed, to mentor or be mentored.
///
/// Whoever asks is not written to. Where neither of the two asked, both are.
struct TellAsked: Reaction {
    /// The fields that name the two, each with the step that sends the letter.
    private static let asks = [
        "community.observation": [("observed", "ask-observed"), ("observer", "ask-observer")],
        "community.mentoring": [("mentee", "ask-mentee"), ("guide", "ask-guide")],
    ]

    let events: EventSelection = ["community.observation.created", "community.mentoring.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let kind = event.name.split(separator: ".").dropLast().joined(separator: ".")
        guard let live = transaction.live, let type = live.record(kind),
            let number = event.header.records.first(where: { $0.kind == kind }).flatMap({ Int64($0.id) }),
            let work = try transaction.records.load(type, number)
        else { return }
        let asking = try asker(event, in: transaction)
        for (field, step) in Self.asks[kind] ?? [] where work.values[field]?.string != asking {
            guard let transition = type.workflow?.transitions.first(where: { $0.name == step }) else { continue }
            try transaction.records.move(type, number, transition)
        }
    }

    /// The id of the person who asked; nil where no person did.
    private func asker(_ event: RecordedEvent, in transaction: ActionTransaction) throws -> String? {
        guard case .person(let key)? = Actor(event.header.actor) else { return nil }
        return try Person.find(key: key, in: transaction.db)?.id
    }
}
