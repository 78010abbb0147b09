/// The way through a workflow to where the work counts as done.
struct SimulatedWay {
    private let workflow: Workflow
    /// How many steps it is from each state; states from which nothing leads there are missing.
    private let distances: [String: Int]
    /// The states from which people get there without waiting for what code alone does on the way.
    private let open: Set<String>

    /// - Parameter completed: the states in which the work is done; empty for those where its life ends.
    init(_ workflow: Workflow, completed: [String]) {
        self.workflow = workflow
        let targets = completed.isEmpty ? workflow.states.filter(\.isFinal).map(\.name) : completed
        distances = Self.distances(to: targets, by: workflow.transitions)
        // Work can end by what code alone does.
        let own = workflow.transitions.filter { !$0.isCoded || workflow.state($0.to)?.isFinal == true }
        open = Set(Self.distances(to: targets, by: own).keys)
    }

    private static func distances(to targets: [String], by transitions: [Transition]) -> [String: Int] {
        var distances = Dictionary(targets.map { ($0, 0) }) { first, _ in first }
        var rest = targets
        while !rest.isEmpty {
            let state = rest.removeFirst()
            for transition in transitions where transition.to == state {
                for from in transition.from where distances[from] == nil {
                    distances[from] = (distances[state] ?? 0) + 1
                    rest.append(from)
                }
            }
        }
        return distances
    }

    /// Whether the work is done in that state.
    func isDone(_ state: String) -> Bool { distances[state] == 0 }

    /// The steps that people can take from a state, those first that lead on; the others lead back, and from there on again.
    ///
    /// Nobody goes back to where only code leads on from, as from what is refused until a complaint is upheld.
    func steps(from state: String) -> (on: [Transition], back: [Transition]) {
        let here = distances[state] ?? .max
        let steps = workflow.transitions.filter { $0.from.contains(state) && !$0.by.isEmpty && distances[$0.to] != nil }
        return (
            steps.filter { (distances[$0.to] ?? .max) < here },
            steps.filter { (distances[$0.to] ?? .max) >= here && $0.to != state && open.contains($0.to) }
        )
    }
}
