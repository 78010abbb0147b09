/// One subscriber on its way through the log, held by this process.
final class DeliveryLane {
    /// `<module>.<name>`.
    let id: String
    let module: String
    let subscriber: any Subscriber
    /// What the row in the store must say for this process to move on.
    let lease: String
    /// Until when the lease holds, in microseconds of the machine's time.
    var leasedUntil: Int64
    /// The place that the store has.
    var storedPosition: Int64
    /// The last event that is done with.
    var position: Int64
    /// How often the next event has failed.
    var attempts: Int
    var nextAttempt: Int64 = 0
    /// Why the next event failed last; nil where it has not.
    var reason: String?
    /// Whether a process ended while it had this subscriber: it then gets one event at a time, so that the one at fault is found.
    let isCareful: Bool
    /// Whether it takes no more in this run.
    var isStopped = false { didSet { if isStopped { isInTurn = false } } }
    /// Whether the stretch of the log that is being delivered is for it.
    var isInTurn = false
    /// Events given up since the store was last told.
    var parked: [(event: Int64, attempts: Int, reason: String)] = []

    init(_ subscriber: Contributed<any Subscriber>, lease: String, until: Int64, position: Int64, attempts: Int, isCareful: Bool) {
        id = Self.id(of: subscriber)
        module = subscriber.module
        self.subscriber = subscriber.value
        self.lease = lease
        leasedUntil = until
        storedPosition = position
        self.position = position
        self.attempts = attempts
        self.isCareful = isCareful
    }

    static func id(of subscriber: Contributed<any Subscriber>) -> String { "\(subscriber.module).\(subscriber.name)" }
}
