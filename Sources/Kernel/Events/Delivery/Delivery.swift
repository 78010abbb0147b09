public import GRDB

/// Tells subscribers what happened: hosts call it after an action, and when time has passed (`kjerne due`).
public enum Delivery {
    /// Delivers what is due.
    ///
    /// ```swift
    /// let summary = try Delivery.run(store, workspace.registry, context, audience: EventAudience(workspace.modules))
    /// ```
    /// Any number of processes may run it at once: each subscriber is one process's at a time. A subscriber that throws never makes this throw.
    /// - Parameters:
    ///   - store: open for writing; subscribers may use it too.
    ///   - registry: the subscribers of the enabled modules.
    ///   - context: the run; its clock decides when a failed delivery is due again.
    ///   - audience: what the modules may know of payloads.
    /// - Throws: `StoreError`.
    @discardableResult
    public static func run(
        _ store: Store, _ registry: Registry, _ context: RunContext, audience: EventAudience = EventAudience(),
        settings: DeliverySettings = DeliverySettings()
    ) throws -> DeliverySummary {
        let subscribers = registry[Subscribers.self]
        let now = try context.clock.now()
        guard !subscribers.isEmpty, try store.read({ try SubscriptionTable(db: $0).isDue(subscribers, now: now) }) else {
            return DeliverySummary()
        }
        var generator = Randomness.system
        let lease = Hex.string(generator.bytes(16))
        let lanes = try store.write(durability: .normal) { db in
            let table = SubscriptionTable(db: db)
            return try subscribers.compactMap { subscriber in
                try table.register(subscriber)
                return try table.take(subscriber, lease: lease, settings: settings, now: now)
            }
        }
        return try DeliveryRun(store: store, audience: audience, settings: settings, now: now, lanes: lanes).drain()
    }

    /// Makes the store know the subscribers, so that those that begin at the end of the log miss nothing from here on.
    ///
    /// Runs within the caller's write transaction, when modules are applied.
    public static func register(_ registry: Registry, in db: Database) throws {
        for subscriber in registry[Subscribers.self] { try SubscriptionTable(db: db).register(subscriber) }
    }
}
