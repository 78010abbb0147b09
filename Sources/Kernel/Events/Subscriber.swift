/// Code of a module that is told of what happened, after it is true.
///
/// ```swift
/// struct Announcer: Subscriber {
///     let events: EventSelection = ["notes.note.created"]
///     func receive(_ event: DeliveredEvent) throws { try post(event.header.records) }
/// }
/// ```
/// Called outside any transaction, after the commit, in the order of the log: at least once for each event, also after a crash and with several
/// processes. The same event can come twice, so whatever it does must bear that; `event.sequence` tells. If it throws, it is tried again later, each
/// time after a longer wait, and after some tries the event is parked, listed by `kernel.deliveries`, and the next ones come.
public protocol Subscriber: Sendable {
    /// The events that it hears.
    var events: EventSelection { get }
    /// Where it begins in the log.
    var start: SubscriberStart { get }

    /// Takes an event.
    ///
    /// - Throws: whatever makes it necessary to try again.
    func receive(_ event: DeliveredEvent) throws
}

/// Where a subscriber begins that the store has not seen before.
public enum SubscriberStart: Sendable, Hashable {
    /// With the first event of the log, however old.
    case beginning
    /// With the first event after the store has seen it.
    case end
}

extension Subscriber {
    public var start: SubscriberStart { .beginning }
}

/// Code that is told of what happened, after the commit (design 3.4).
public enum Subscribers: ExtensionPoint {
    public typealias Contribution = any Subscriber
    public static var id: String { KernelPoints.subscribers }
}
