import GRDB

/// `<module>.<record>.<transition>`: takes a record along a transition of its workflow.
///
/// The order of its checks: the right, what time made happen first, the state, the version, the window, the input, the needed fields, the guards.
struct TransitionRecord: NamedAction {
    private let base: RecordAction
    private let transition: Transition

    init(_ type: RecordType, _ transition: Transition, live: LiveConfiguration) {
        self.transition = transition
        base = RecordAction(
            type: type, live: live, action: "\(type.id).\(transition.name)", title: transition.label)
    }

    var declaration: ActionDeclaration { base.declaration }
    var about: RecordType? { base.type }
    var by: [String] { transition.by }

    /// The declared inputs, and the needed fields, which may be filled in by the same act.
    var fields: [Field] {
        let needed = transition.needs.compactMap(base.type.field).filter { field in
            !transition.input.contains { $0.name == field.name }
        }
        return transition.input
            + needed.map { field in
                var field = field
                field.isRequired = false
                return field
            }
    }

    var required: [String] { transition.input.filter { $0.isRequired && $0.fallback == nil }.map(\.name) }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        let (found, decision) = try base.find(input.id, by: by, in: transaction)
        try base.require(decision)
        let content = try settled(found, in: transaction)
        try requireState(content)
        try base.requireWindow(below: content.parent, in: transaction)
        try base.expect(input.expect, content)
        let window = try transaction.window(transition, content)
        let values = try base.read(input.values, fields, required: required, offering: content.offering, environment, in: transaction)
        try base.requireVisible(fields, values, input.values, in: transaction)
        let needed = NeededFields(base: base, transition: transition)
        try needed.requireWritable(values, content, in: transaction)
        try needed.requireFilled(values, content)
        try runGuards(content, input, in: transaction)
        var kept = values.filter { base.type.field($0.key) != nil }
        if let agreement = ShareAgreement(base.type, live: base.live, transaction), agreement.isAgreement(transition) {
            let yes = try agreement.agree(content.number)
            guard yes.isWhole else {
                try transaction.records.update(base.type, content.number, yes.values)
                return try base.outcome(content.number, in: transaction)
            }
            if let terms = base.type.shares {
                try ShareCheck(type: base.type, terms: terms, live: base.live, transaction: transaction).requireAudience(of: content.number)
            }
            kept.merge(yes.values) { _, yes in yes }
        }
        var told = transition.input.compactMap { field in
            base.type.field(field.name) == nil ? input.values[field.name].map { (field.name, $0.json) } : nil
        }
        if case .late(let limit) = window { told.append(("late", .string(limit.description))) }
        try transaction.records.move(base.type, content.number, transition, kept, inputs: told)
        return try base.outcome(content.number, in: transaction)
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        try base.find(input.id, by: by, in: transaction).1
    }

    /// The record after what has fallen due on it.
    private func settled(_ content: RecordContent, in transaction: ActionTransaction) throws -> RecordContent {
        guard base.type.workflow?.transitions.contains(where: { $0.when != nil }) == true else { return content }
        guard try Settling(acts: transaction.records).run(content) else { return content }
        return try transaction.records.load(base.type, content.number) ?? content
    }

    private func requireState(_ content: RecordContent) throws {
        guard let workflow = base.type.workflow, let state = content.state, !transition.from.contains(state) else { return }
        throw ActRefusal.state(
            action: transition.label, record: base.type.label, state: workflow.state(state)?.label ?? Text(verbatim: state),
            from: transition.from.map { workflow.state($0)?.label ?? Text(verbatim: $0) })
    }

    private func runGuards(_ content: RecordContent, _ input: ActionInput, in transaction: ActionTransaction) throws {
        try base.runGuards(transition.guards, content, input, in: transaction)
    }
}
