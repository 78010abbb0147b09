import Kernel

/// Nobody judges without having been found impartial, and every path of a candidate ends.
struct ImpartialProperty: WorkflowProperty {
    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard ["assessment.judgement", "assessment.regrade"].contains(record.id), workflow.state("sealed") != nil else { return [] }
        let loose = WorkflowGraph(workflow) { !$0.guards.contains("impartial") }
        guard let path = loose.paths()["sealed"] else { return [] }
        return [
            WorkflowViolation(
                Text(
                    nb: "en vurdering kan leveres uten at habiliteten er prøvd",
                    nn: "ei vurdering kan leverast utan at habiliteten er prøvd",
                    en: "a judgement can be handed in without impartiality being tried"), path: path,
                at: path.steps.last.flatMap { workflow.transition($0.transition)?.span },
                help: Text(verbatim: "guard: impartial"))
        ]
    }
}
