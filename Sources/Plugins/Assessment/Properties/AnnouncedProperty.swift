import Kernel

/// No path of a result's workflow, or of one like it, reaches a state that tells the grade but through a step that counts the examiners.
struct AnnouncedProperty: WorkflowProperty {
    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard record.id == "assessment.result" else { return [] }
        let guarded = WorkflowGraph(workflow) { !$0.guards.contains("enough-examiners") }
        let shown = record.read.compactMap(\.once)
        return Set(shown).sorted().compactMap { state in
            guard state != workflow.initial, let path = guarded.paths()[state] else { return nil }
            return WorkflowViolation(
                Text(
                    nb: "«\(state)» kan nås uten at sensorene er talt", nn: "«\(state)» kan nåast utan at sensorane er talde",
                    en: "'\(state)' can be reached without the examiners being counted"), path: path,
                at: path.steps.last.flatMap { workflow.transition($0.transition)?.span },
                help: Text(nb: "sett guard: enough-examiners", nn: "set guard: enough-examiners", en: "put guard: enough-examiners"))
        }
    }
}
