/// A way through a workflow, as it is shown to people: `draft -deliver-> delivered -agree-> agreed`.
public struct WorkflowPath: Sendable, Hashable, CustomStringConvertible {
    public struct Step: Sendable, Hashable {
        public var transition: String
        public var state: String
    }

    public var start: String
    public var steps: [Step]

    public init(from start: String, _ steps: [Step] = []) {
        self.start = start
        self.steps = steps
    }

    /// The state that it ends in.
    public var end: String { steps.last?.state ?? start }

    /// The path with another behind it, which begins where this one ends.
    public func followed(by other: WorkflowPath) -> WorkflowPath { WorkflowPath(from: start, steps + other.steps) }

    public var description: String { start + steps.map { " -\($0.transition)-> \($0.state)" }.joined() }
}
