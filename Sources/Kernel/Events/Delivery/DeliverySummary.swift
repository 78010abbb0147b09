/// What a run of deliveries did.
public struct DeliverySummary: Sendable, Hashable {
    /// How many times a subscriber took an event.
    public var delivered = 0
    /// How many times one threw.
    public var failed = 0
    /// How many events were parked.
    public var parked = 0
    /// Whether the time ran out before all that is due was delivered.
    public var isCutShort = false
    /// What failed last, for each subscriber.
    public private(set) var failures: [DeliveryFailure] = []

    mutating func note(_ failure: DeliveryFailure) {
        failures.removeAll { $0.subscriber == failure.subscriber }
        failures.append(failure)
    }
}
