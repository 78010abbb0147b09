/// A point in time that a record knows of.
///
/// Files write it as a path: `activity.due`, `offering.start`, the name of an event (`result.notified`), a state that was entered
/// (`submission.agreed`), a deadline of the workflow (`complaint`), or a field of type date or instant.
public struct Moment: Sendable, Hashable {
    public var path: String
    public var span: SourceSpan

    public init(_ path: String, at span: SourceSpan) {
        self.path = path
        self.span = span
    }
}
