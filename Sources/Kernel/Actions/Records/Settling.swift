import GRDB

/// Performs the transitions whose condition holds, on a record and on those above it, as the system.
struct Settling {
    let acts: RecordActs
    /// How many transitions one act may set off before it counts as a loop.
    static let limit = 64

    /// A record's transitions, until none holds; then its parent's.
    ///
    /// - Returns: whether anything was moved, so that the record may be another than before.
    @discardableResult
    func run(_ content: RecordContent) throws -> Bool {
        var current = content
        var steps = 0
        while let transition = try next(current) {
            steps += 1
            guard steps <= Self.limit else { throw SettlingLoop(record: current.type.id, transition: transition.name) }
            try perform(transition, on: current)
            guard let moved = try acts.load(current.type, current.number) else { return true }
            current = moved
        }
        if let parent = current.parent, let type = current.type.parent.flatMap(acts.live.record),
            type.workflow?.transitions.contains(where: { $0.when != nil }) == true, let above = try acts.load(type, parent)
        {
            return try run(above) || steps > 0
        }
        return steps > 0
    }

    private func perform(_ transition: Transition, on content: RecordContent) throws {
        try acts.transaction.acting(as: .system) { try acts.move(content.type, content.number, transition) }
    }

    /// The first transition out of the record's state whose condition holds.
    func next(_ content: RecordContent) throws -> Transition? {
        guard let workflow = content.type.workflow, let state = content.state else { return nil }
        let conditions = Conditions(live: acts.live, db: acts.transaction.db, instant: acts.transaction.instant) { moment, content in
            try acts.transaction.instant(of: moment, content)
        }
        return try workflow.transitions.first { transition in
            guard let when = transition.when, transition.from.contains(state) else { return false }
            return try conditions.holds(when, for: content)
        }
    }
}

/// That transitions by condition set each other off without end.
struct SettlingLoop: ExplainedError {
    var record: String
    var transition: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "overgangen «\(transition)» i \(record) utløser seg selv uten ende",
            nn: "overgangen «\(transition)» i \(record) utløyser seg sjølv utan ende",
            en: "the transition '\(transition)' of \(record) sets itself off without end")
    }
    var help: Text? { nil }
}
