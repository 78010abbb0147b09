/// Proves of a workflow, before it runs, that every state is reached, that an end is reached from everywhere, that somebody or something
/// moves it, and that it does not move for ever by itself.
struct WorkflowChecker {
    let workflow: Workflow
    /// The shortest path to each state that is reached.
    private let reached: [String: WorkflowPath]
    /// The states that can follow each state, itself among them.
    private let onward: [String: Set<String>]

    init(_ workflow: Workflow) {
        self.workflow = workflow
        let graph = WorkflowGraph(workflow)
        reached = graph.paths()
        var onward: [String: Set<String>] = [:]
        for state in workflow.states { onward[state.name] = Set(graph.paths(from: state.name).keys) }
        self.onward = onward
    }

    /// Whether every state that it names is one of its own; the rest is not judged before that holds.
    static func namesItsStates(_ workflow: Workflow) -> Bool {
        let states = Set(workflow.states.map(\.name))
        return states.contains(workflow.initial)
            && workflow.transitions.allSatisfy { states.contains($0.to) && states.isSuperset(of: $0.from) }
    }

    /// What is wrong with its form; each fault with the shortest path that shows it.
    func faults() -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for state in unreachable { faults.append(.unreachable(state.name, from: workflow.initial, at: state.span)) }
        if !workflow.states.contains(where: \.isFinal) {
            faults.append(.noEnd(workflow.name, at: workflow.span))
        } else {
            for state in stuck { faults.append(.stuck(state.name, path: reached[state.name], at: state.span)) }
        }
        for (transition, state) in afterEnd {
            let step = WorkflowPath(from: state, [.init(transition: transition.name, state: transition.to)])
            faults.append(.afterEnd(transition.name, state: state, path: reached[state]?.followed(by: step) ?? step, at: transition.span))
        }
        for transition in workflow.transitions where transition.by.isEmpty && transition.when == nil && !transition.isCoded {
            faults.append(.noRight(transition.name, path: path(through: transition), at: transition.span))
        }
        for circle in circles {
            let first = circle.steps.first.flatMap { workflow.transition($0.transition) }
            let path = reached[circle.start]?.followed(by: circle) ?? circle
            faults.append(.endlessCircle(circle, path: path, at: first?.span ?? workflow.span))
        }
        return faults
    }

    /// States that no path from the initial one enters.
    var unreachable: [Workflow.State] { workflow.states.filter { reached[$0.name] == nil } }

    /// States that are reached and from which no end is.
    var stuck: [Workflow.State] {
        let ends = workflow.states.filter(\.isFinal).map(\.name)
        return workflow.states.filter { state in
            reached[state.name] != nil && !state.isFinal && (onward[state.name]?.isDisjoint(with: ends) ?? true)
        }
    }

    /// Transitions that lead out of a final state.
    var afterEnd: [(transition: Transition, state: String)] {
        workflow.transitions.flatMap { transition in
            transition.from.filter { workflow.state($0)?.isFinal == true }.map { (transition, $0) }
        }
    }

    /// Circles of transitions that happen by themselves, one for each state at which none has been found yet.
    var circles: [WorkflowPath] {
        let automatic = WorkflowGraph(workflow) { $0.when != nil }
        var seen: Set<String> = []
        return workflow.states.compactMap { state in
            guard reached[state.name] != nil, !seen.contains(state.name), let circle = automatic.circle(at: state.name) else { return nil }
            seen.formUnion(circle.steps.map(\.state))
            return circle
        }
    }

    /// The shortest path that ends with a transition.
    func path(through transition: Transition) -> WorkflowPath? {
        transition.from.compactMap { reached[$0] }.min { $0.steps.count < $1.steps.count }?.followed(
            by: WorkflowPath(from: "", [.init(transition: transition.name, state: transition.to)]))
    }

    /// A transition that needs a field which nothing can have filled: nobody may give it when the record is made or change it, and no
    /// transition on the way, nor the transition itself, takes it as input.
    func neverFilled(of type: RecordType) -> [Diagnostic] {
        guard type.update.isEmpty, type.create.isEmpty, !type.isBulk else { return [] }
        var filled: [String: Set<String>] = [:]
        for transition in workflow.transitions where transition.from.contains(where: { reached[$0] != nil }) {
            for input in transition.input { filled[input.name, default: []].formUnion(onward[transition.to] ?? []) }
        }
        return workflow.transitions.flatMap { transition in
            transition.needs.compactMap { need -> Diagnostic? in
                guard let field = type.field(need), field.fallback == nil, field.setting == nil,
                    !transition.input.contains(where: { $0.name == need })
                else {
                    return nil
                }
                let filled = filled[need] ?? []
                guard let empty = transition.from.first(where: { reached[$0] != nil && !filled.contains($0) }), let path = reached[empty]
                else {
                    return nil
                }
                let step = WorkflowPath(from: empty, [.init(transition: transition.name, state: transition.to)])
                return .neverFilled(need, transition: transition.name, path: path.followed(by: step), at: transition.span)
            }
        }
    }
}
