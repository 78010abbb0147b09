import Kernel

/// Every path of a candidate ends, and no attempt ends in two ways that cannot be told apart: from each state an end is reached.
struct CandidateEndsProperty: WorkflowProperty {
    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard record.id == "assessment.candidate" else { return [] }
        let graph = WorkflowGraph(workflow)
        let ends = Set(workflow.states.filter(\.isFinal).map(\.name))
        return graph.paths().sorted { $0.key < $1.key }.compactMap { state, path in
            guard !ends.contains(state), ends.isDisjoint(with: graph.paths(from: state).keys) else { return nil }
            return WorkflowViolation(
                Text(
                    nb: "fra «\(state)» kommer kandidaten aldri til en slutt", nn: "frå «\(state)» kjem kandidaten aldri til ein slutt",
                    en: "from '\(state)' the candidate never comes to an end"), path: path)
        }
    }
}
