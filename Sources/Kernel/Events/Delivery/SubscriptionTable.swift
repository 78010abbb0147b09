import GRDB

/// Where the store keeps how far each subscriber has come, and what was given up.
///
/// A row is held by whoever's lease stands in it; nobody else moves the position, and a lease that ran out is anyone's to take.
struct SubscriptionTable {
    let db: Database

    /// Whether a subscriber is new, or something is due for it.
    func isDue(_ subscribers: [Contributed<any Subscriber>], now: Instant) throws -> Bool {
        let head = try EventLog.head(db).sequence
        return try subscribers.contains { subscriber in
            let id = DeliveryLane.id(of: subscriber)
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT position, next_attempt FROM kernel_subscription WHERE subscriber = ?", arguments: [id])
            else { return true }
            if (row["position"] as Int64) < head, (row["next_attempt"] as Int64) <= now.microseconds { return true }
            return try !broughtBack(id).isEmpty
        }
    }

    /// Makes a row for a subscriber that the store has not seen.
    func register(_ subscriber: Contributed<any Subscriber>) throws {
        let start = subscriber.value.start == .end ? try EventLog.head(db).sequence : 0
        try db.execute(
            sql: "INSERT OR IGNORE INTO kernel_subscription (subscriber, position) VALUES (?, ?)",
            arguments: [DeliveryLane.id(of: subscriber), start])
    }

    /// Takes a subscriber, if it is free and something is due for it.
    func take(_ subscriber: Contributed<any Subscriber>, lease: String, settings: DeliverySettings, now: Instant) throws -> DeliveryLane? {
        let id = DeliveryLane.id(of: subscriber)
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM kernel_subscription WHERE subscriber = ?", arguments: [id]) else {
            return nil
        }
        let machineTime = settings.now()
        let former = row["lease"] as String?
        guard former == nil || (row["leased_until"] as Int64) <= machineTime else { return nil }
        let position = row["position"] as Int64
        let isDue = try position < EventLog.head(db).sequence && (row["next_attempt"] as Int64) <= now.microseconds
        guard try isDue || !broughtBack(id).isEmpty else { return nil }
        let until = machineTime + Int64(settings.lease * 1e6)
        // A lease that was never given back tells of a process that ended or hung while the subscriber had an event.
        let attempts = (row["attempts"] as Int) + (former == nil ? 0 : 1)
        try db.execute(
            sql: "UPDATE kernel_subscription SET lease = ?, leased_until = ?, attempts = ? WHERE subscriber = ?",
            arguments: [lease, until, attempts, id])
        let lane = DeliveryLane(
            subscriber, lease: lease, until: until, position: position, attempts: attempts, isCareful: former != nil)
        lane.nextAttempt = row["next_attempt"]
        lane.reason = row["reason"]
        lane.isStopped = !isDue
        return lane
    }

    /// Writes how far a subscriber came, and keeps or gives back the lease.
    ///
    /// - Returns: whether it was still this process's to write.
    func save(_ lane: DeliveryLane, keeping: Bool, settings: DeliverySettings, now: Instant) throws -> Bool {
        let until = settings.now() + Int64(settings.lease * 1e6)
        try db.execute(
            sql: """
                UPDATE kernel_subscription SET position = ?, attempts = ?, next_attempt = ?, reason = ?, lease = ?, leased_until = ?
                WHERE subscriber = ? AND lease = ? AND position = ?
                """,
            arguments: [
                lane.position, lane.attempts, lane.nextAttempt, lane.reason.map { String($0.prefix(500)) }, keeping ? lane.lease : nil,
                keeping ? until : 0, lane.id, lane.lease,
                lane.storedPosition,
            ])
        guard db.changesCount == 1 else { return false }
        for parked in lane.parked { try park(lane.id, parked.event, parked.attempts, parked.reason, now) }
        (lane.parked, lane.storedPosition, lane.leasedUntil) = ([], lane.position, until)
        return true
    }

    func park(_ subscriber: String, _ event: Int64, _ attempts: Int, _ reason: String, _ now: Instant) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO kernel_parked (subscriber, event, attempts, reason, instant) VALUES (?, ?, ?, ?, ?)",
            arguments: [subscriber, event, attempts, String(reason.prefix(500)), now.microseconds])
    }

    /// Parked events that someone asked to be delivered again: those without attempts.
    func broughtBack(_ subscriber: String) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT event FROM kernel_parked WHERE subscriber = ? AND attempts = 0 ORDER BY event", arguments: [subscriber])
    }

    func unpark(_ subscriber: String, _ event: Int64) throws {
        try db.execute(sql: "DELETE FROM kernel_parked WHERE subscriber = ? AND event = ?", arguments: [subscriber, event])
    }
}
