public import GRDB

/// `kernel.delivery.retry`: brings events that were parked back to their subscriber.
///
/// They are delivered once more, at the next run of deliveries and after later events. One that fails again is parked again.
public struct DeliveryRetryAction: TypedAction {
    /// What is to be brought back.
    public struct Input: Sendable, Hashable {
        /// `<module>.<name>`, as `kernel.deliveries` shows it.
        public var subscriber: String
        /// The event; nil for all that are parked.
        public var event: Int64?

        public init(subscriber: String, event: Int64? = nil) {
            self.subscriber = subscriber
            self.event = event
        }
    }

    /// What there is to bring back.
    public struct Request: Sendable, Hashable {
        public var subscriber: String
        public var events: [Int64]
    }

    public let declaration = ActionDeclaration(
        name: "kernel.delivery.retry",
        title: Text(nb: "levere på nytt", nn: "levere på nytt", en: "deliver again"), roles: ["admin"])

    public init() {}

    public func check(_ input: Input, in db: Database, context: RunContext) throws -> Request {
        let parked = try Int64.fetchAll(
            db, sql: "SELECT event FROM kernel_parked WHERE subscriber = ? ORDER BY event", arguments: [input.subscriber])
        let events = parked.filter { $0 == input.event ?? $0 }
        guard !events.isEmpty else {
            throw NothingParked(
                subscriber: input.subscriber, event: input.event,
                subscribers: try String.fetchAll(db, sql: "SELECT DISTINCT subscriber FROM kernel_parked ORDER BY subscriber"))
        }
        return Request(subscriber: input.subscriber, events: events)
    }

    public func perform(_ request: Request, in transaction: ActionTransaction) throws -> ActionOutcome<Int> {
        for event in request.events {
            try transaction.db.execute(
                sql: "UPDATE kernel_parked SET attempts = 0 WHERE subscriber = ? AND event = ?", arguments: [request.subscriber, event])
        }
        try transaction.emit(
            NewEvent(
                "kernel.delivery.retried", records: request.events.map { .event($0) },
                payload: .object([("subscriber", .string(request.subscriber))])))
        return ActionOutcome(id: request.subscriber, effect: request.events.count)
    }
}
