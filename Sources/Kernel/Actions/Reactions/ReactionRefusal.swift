/// That a module refuses an action because of what happened in it.
public struct ReactionRefusal: ExplainedError {
    /// Why, as one sentence without capital and full stop.
    public var message: Text
    /// What can be done instead.
    public var help: Text?
    public var kind: ErrorKind { .refused }

    public init(_ message: Text, help: Text? = nil) {
        self.message = message
        self.help = help
    }
}
