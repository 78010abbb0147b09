/// A decision that moved a limit for one record, or for one enrolment.
public struct DeadlineExtension: Sendable, Hashable {
    public var until: Instant
    /// The event that it was decided by.
    public var event: Int64

    public init(until: Instant, event: Int64) {
        self.until = until
        self.event = event
    }

    /// The roles that may decide so, held in the whole workspace.
    public static let roles = ["admin", "coordinator"]
    /// The action that does it.
    public static let action = "kernel.deadline.extend"
}
