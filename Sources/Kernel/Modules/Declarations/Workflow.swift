/// The life of a record: states, what leads from one to the next, and time limits.
public struct Workflow: Sendable {
    public struct State: Sendable {
        public var name: String
        public var title: Text?
        /// Whether the record's life ends here.
        public var isFinal: Bool
        /// Whether work that was done before counts no more once it is here, as when a result is annulled.
        public var voids: Bool = false
        /// Whether it waits for others than the one whose work it is, who has done her part.
        public var waitsForOthers: Bool = false
        public var was: [String]
        public var span: SourceSpan

        public var label: Text { title ?? Text(verbatim: name) }
    }

    public var module: String
    public var name: String
    public var title: Text?
    public var initial: String
    public var initialSpan: SourceSpan
    public var states: [State]
    public var transitions: [Transition]
    public var deadlines: [DeadlineRule]
    public var span: SourceSpan

    public func state(_ name: String) -> State? { states.first { $0.name == name } }
    public func transition(_ name: String) -> Transition? { transitions.first { $0.name == name } }
    public func deadline(_ name: String) -> DeadlineRule? { deadlines.first { $0.name == name } }
}
