/// Something that must hold of workflows beyond their form; contributed by modules.
///
/// ```swift
/// registrar.contribute(
///     EveryPath(of: "assessment.submission", to: "final", passes: "agreed"), named: "agreed-before-final", to: WorkflowProperties.self)
/// ```
/// Called by `check`, `plan` and `apply`, outside a transaction, once for each record with a workflow, of every enabled module. One that
/// throws stops the plan if its binding says that it fails closed.
public protocol WorkflowProperty: Sendable {
    /// What breaks the property; empty where it holds, or where it does not speak of that record.
    ///
    /// - Parameter settings: those of the module that contributes it, with defaults.
    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) throws -> [WorkflowViolation]
}

/// Properties that workflows must have (design 3.4).
public enum WorkflowProperties: ExtensionPoint {
    public typealias Contribution = any WorkflowProperty
    public static var id: String { "kernel.workflow-properties" }
}

/// A way in which a workflow breaks a property.
public struct WorkflowViolation: Sendable {
    public var message: Text
    /// The shortest path that shows it.
    public var path: WorkflowPath?
    /// Where to mend it; the workflow unless told otherwise.
    public var span: SourceSpan?
    public var help: Text?

    public init(_ message: Text, path: WorkflowPath? = nil, at span: SourceSpan? = nil, help: Text? = nil) {
        self.message = message
        self.path = path
        self.span = span
        self.help = help
    }
}
