/// The way through a workflow to where the work counts as done.
struct SimulatedWay {
    private let workflow: Workflow
    /// How many steps it is from each state; states from which nothing leads there are missing.
    private let distances: [String: Int]

    /// - Parameter completed: the states in which the work is done; empty for those where its life ends.
    init(_ workflow: Workflow, completed: [String]) {
        self.workflow = workflow
        let targets = completed.isEmpty ? workflow.states.filter(\.isFinal).map(\.name) : completed
        var distances = Dictionary(targets.map { ($0, 0) }) { first, _ in first }
        var rest = targets
        while !rest.isEmpty {
            let state = rest.removeFirst()
            // Work can end by what code alone does; nobody goes on to the rest by that.
            for transition in workflow.transitions
            where transition.to == state && !(transition.isCoded && workflow.state(state)?.isFinal != true) {
                for from in transition.from where distances[from] == nil {
                    distances[from] = (distances[state] ?? 0) + 1
                    rest.append(from)
                }
            }
        }
        self.distances = distances
    }

    /// Whether the work is done in that state.
    func isDone(_ state: String) -> Bool { distances[state] == 0 }

    /// The steps that people can take from a state, those first that lead on; the others lead back, and from there on again.
    func steps(from state: String) -> (on: [Transition], back: [Transition]) {
        let here = distances[state] ?? .max
        let open = workflow.transitions.filter { $0.from.contains(state) && !$0.by.isEmpty && distances[$0.to] != nil }
        return (open.filter { (distances[$0.to] ?? .max) < here }, open.filter { (distances[$0.to] ?? .max) >= here && $0.to != state })
    }
}
