/// The states of a workflow as a graph, in which shortest paths are found.
public struct WorkflowGraph: Sendable {
    private let edges: [String: [WorkflowPath.Step]]
    private let initial: String

    /// - Parameter isIncluded: which transitions count; all unless told otherwise.
    public init(_ workflow: Workflow, where isIncluded: (Transition) -> Bool = { _ in true }) {
        initial = workflow.initial
        var edges: [String: [WorkflowPath.Step]] = [:]
        var seen: Set<[String]> = []
        // Of several transitions between the same two states the first is enough.
        for transition in workflow.transitions where isIncluded(transition) {
            for state in transition.from where seen.insert([state, transition.to]).inserted {
                edges[state, default: []].append(.init(transition: transition.name, state: transition.to))
            }
        }
        self.edges = edges
    }

    /// The shortest path to each state that can be reached, of equally short ones the first in the manifest's order.
    ///
    /// - Parameters:
    ///   - start: where to begin; the initial state unless told otherwise.
    ///   - avoided: a state that no path may enter.
    public func paths(from start: String? = nil, avoiding avoided: String? = nil) -> [String: WorkflowPath] {
        let start = start ?? initial
        var found = [start: WorkflowPath(from: start)]
        guard start != avoided else { return [:] }
        var queue = [start]
        var next = 0
        while next < queue.count {
            let state = queue[next]
            next += 1
            guard let path = found[state] else { continue }
            for step in edges[state] ?? [] where found[step.state] == nil && step.state != avoided {
                found[step.state] = WorkflowPath(from: start, path.steps + [step])
                queue.append(step.state)
            }
        }
        return found
    }

    /// The shortest path from a state back to itself; nil where none leads back.
    public func circle(at state: String) -> WorkflowPath? {
        let paths = paths(from: state)
        var best: WorkflowPath?
        for path in paths.values {
            guard let step = edges[path.end]?.first(where: { $0.state == state }) else { continue }
            let circle = WorkflowPath(from: state, path.steps + [step])
            // Of equally short ones the first by name, so that the same file gives the same text.
            if let best, (best.steps.count, best.description) <= (circle.steps.count, circle.description) { continue }
            best = circle
        }
        return best
    }
}
