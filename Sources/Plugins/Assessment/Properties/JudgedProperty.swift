import Kernel

/// A script, and a new grading, get their grade only after as many examiners as were computed have judged.
struct JudgedProperty: WorkflowProperty {
    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard ["assessment.script", "assessment.regrading"].contains(record.id), workflow.state("agreed") != nil else { return [] }
        let child = record.name == "script" ? "assessment.judgement" : "assessment.regrade"
        // Steps that do not wait for the computed number of sealed judgements.
        let loose = WorkflowGraph(workflow) { !Self.counts($0.when, child) }
        guard let path = loose.paths()["agreed"] else { return [] }
        return [
            WorkflowViolation(
                Text(
                    nb: "«agreed» kan nås uten at så mange sensorer som kreves, har vurdert",
                    nn: "«agreed» kan nåast utan at så mange sensorar som trengst, har vurdert",
                    en: "'agreed' can be reached without as many examiners as are required having judged"), path: path,
                at: path.steps.last.flatMap { workflow.transition($0.transition)?.span },
                help: Text(verbatim: "when: {children: \(child.split(separator: ".").last ?? ""), in: [sealed], count: examiners}"))
        ]
    }

    private static func counts(_ condition: Condition?, _ child: String) -> Bool {
        switch condition {
        case .children(let record, let states, .named("examiners"), _)?: record == child && states == ["sealed"]
        case .all(let parts)?: parts.contains { counts($0, child) }
        default: false
        }
    }
}
