/// The property that every path of a record's workflow to one state passes another.
public struct EveryPath: WorkflowProperty {
    /// The record's full name.
    public let record: String
    public let end: String
    public let passed: String

    public init(of record: String, to end: String, passes passed: String) {
        self.record = record
        self.end = end
        self.passed = passed
    }

    public func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard record.id == self.record, end != passed, let path = WorkflowGraph(workflow).paths(avoiding: passed)[end] else { return [] }
        return [
            WorkflowViolation(
                Text(
                    nb: "«\(end)» kan nås uten å gå gjennom «\(passed)»", nn: "«\(end)» kan nåast utan å gå gjennom «\(passed)»",
                    en: "'\(end)' can be reached without passing '\(passed)'"), path: path,
                at: path.steps.last.flatMap { workflow.transition($0.transition)?.span })
        ]
    }
}
