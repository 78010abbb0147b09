/// A step of a workflow, which is an action.
public struct Transition: Sendable {
    public var name: String
    public var title: Text?
    public var from: [String]
    public var to: String
    /// The relations that may do it; empty where only time or the module's code does.
    public var by: [String]
    /// Fields that must have a value.
    public var needs: [String]
    public var input: [Field]
    /// It may be done from this moment on.
    public var after: Moment?
    /// It may be done until this moment.
    public var before: Moment?
    /// It happens by itself when this holds.
    public var when: Condition?
    /// Code that may refuse it, by the names under which modules contribute it.
    public var guards: [String]
    /// The event it leaves, without its module; nil for the one the kernel names.
    public var event: String?
    /// The letter it sends.
    public var notice: String?
    public var source: String?
    /// Former names, newest first.
    public var was: [String] = []
    public var span: SourceSpan
    /// Whether the module's code takes it, and no one else.
    public var isCoded = false

    public var label: Text { title ?? Text(verbatim: name) }
}
