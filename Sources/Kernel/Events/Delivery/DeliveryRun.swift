/// One run of deliveries to the subscribers that this process holds.
final class DeliveryRun {
    /// A place in the log, and whether the lanes there get one event at a time.
    private struct Turn: Hashable {
        var position: Int64
        var isCareful: Bool
    }

    private let store: Store
    private let audience: EventAudience
    private let settings: DeliverySettings
    private let now: Instant
    private let lanes: [DeliveryLane]
    private var summary = DeliverySummary()
    /// The lanes that hear events of a name, looked up once for each.
    private var hearers: [String: [DeliveryLane]] = [:]

    init(store: Store, audience: EventAudience, settings: DeliverySettings, now: Instant, lanes: [DeliveryLane]) {
        self.store = store
        self.audience = audience
        self.settings = settings
        self.now = now
        self.lanes = lanes
    }

    /// Delivers until nothing is due or the time is up, and gives the leases back.
    func drain() throws -> DeliverySummary {
        do {
            for lane in lanes { try deliverBroughtBack(lane) }
            try deliverAll()
        } catch {
            // What cannot be written now counts as not delivered; the lease would only hold up the next run.
            try? save(keeping: false)
            throw error
        }
        try save(keeping: false)
        return summary
    }

    private func deliverAll() throws {
        let end = settings.now() + Int64(settings.seconds * 1e6)
        while lanes.contains(where: { !$0.isStopped }) {
            // A lane that lags does not hold up the others: each place in the log gets a stretch in turn.
            let turns = Dictionary(grouping: lanes.filter { !$0.isStopped }) { Turn(position: $0.position, isCareful: $0.isCareful) }
            for (turn, lanes) in turns.sorted(by: { $0.key.position < $1.key.position }) { try deliver(turn, to: lanes) }
            if settings.now() >= end {
                summary.isCutShort = lanes.contains { !$0.isStopped }
                return
            }
        }
    }

    /// Delivers one stretch of the log to lanes that stand at the same place.
    private func deliver(_ turn: Turn, to current: [DeliveryLane]) throws {
        for lane in lanes { lane.isInTurn = false }
        for lane in current { lane.isInTurn = true }
        let batch = try store.read { db in
            try EventBatch(after: turn.position, limit: turn.isCareful ? 1 : settings.batch, in: db) { !hearers(of: $0).isEmpty }
        }
        guard var reached = batch.end else {
            for lane in current { lane.isStopped = true }
            return
        }
        // Positions are written, and leases renewed, long before they run out.
        let pause = settings.now() + Int64(settings.lease * 0.4e6)
        var name = ""
        var hearing: [DeliveryLane] = []
        for event in batch.events {
            if event.header.name != name {
                name = event.header.name
                hearing = hearers(of: name)
            }
            for lane in hearing where lane.isInTurn { deliver(event, to: lane) }
            if settings.now() > pause {
                reached = event.header.sequence
                break
            }
        }
        for lane in current where !lane.isStopped { lane.position = max(lane.position, reached) }
        try save(keeping: true)
    }

    private func hearers(of name: String) -> [DeliveryLane] {
        if let known = hearers[name] { return known }
        let now = audience.formers.successor(of: name)
        let found = lanes.filter { $0.subscriber.events.contains(name) || $0.subscriber.events.contains(now) }
        hearers[name] = found
        return found
    }

    private func deliver(_ event: StoredEvent, to lane: DeliveryLane) {
        // Once the lease has run out someone else may have it, and what comes next is no longer this process's to deliver.
        guard settings.now() < lane.leasedUntil else {
            lane.isStopped = true
            return
        }
        guard lane.attempts < settings.tries else {
            summary.note(.init(subscriber: lane.id, event: event.header.sequence, reason: Text(verbatim: Self.ended), nextAttempt: nil))
            return giveUp(event, lane, reason: Self.ended)
        }
        do {
            try lane.subscriber.receive(DeliveredEvent(event, audience: audience, module: lane.module))
            lane.position = event.header.sequence
            (lane.attempts, lane.nextAttempt, lane.reason) = (0, 0, nil)
            summary.delivered += 1
        } catch {
            summary.failed += 1
            lane.attempts += 1
            if lane.attempts >= settings.tries {
                note(event.header.sequence, lane, error, next: nil)
                return giveUp(event, lane, reason: Self.text(error))
            }
            lane.position = max(lane.position, event.header.sequence - 1)
            lane.nextAttempt = now.microseconds + Int64(settings.wait(after: lane.attempts)) * 1_000_000
            lane.reason = Self.text(error)
            note(event.header.sequence, lane, error, next: Instant(microseconds: lane.nextAttempt))
            lane.isStopped = true
        }
    }

    private func giveUp(_ event: StoredEvent, _ lane: DeliveryLane, reason: String) {
        lane.parked.append((event.header.sequence, lane.attempts, reason))
        lane.position = event.header.sequence
        (lane.attempts, lane.nextAttempt, lane.reason) = (0, 0, nil)
        summary.parked += 1
    }

    private func note(_ event: Int64, _ lane: DeliveryLane, _ error: any Error, next: Instant?) {
        let reason = (error as? any ExplainedError)?.message ?? Text(verbatim: "\(error)")
        summary.note(.init(subscriber: lane.id, event: event, reason: reason, nextAttempt: next))
    }

    private static let ended = "the process ended, or hung, while the subscriber had the event"

    private static func text(_ error: any Error) -> String { (error as? any ExplainedError)?.message(.en) ?? "\(error)" }

    /// Delivers what was parked and is wanted again: once, and after later events.
    private func deliverBroughtBack(_ lane: DeliveryLane) throws {
        for sequence in try store.read({ try SubscriptionTable(db: $0).broughtBack(lane.id) }) where settings.now() < lane.leasedUntil {
            // It counts as tried before it is, so that one that ends the process is not tried for ever.
            try store.write(durability: .normal) { try SubscriptionTable(db: $0).park(lane.id, sequence, 1, Self.ended, now) }
            let batch = try store.read { try EventBatch(after: sequence - 1, limit: 1, in: $0) { _ in true } }
            guard let event = batch.events.first, event.header.sequence == sequence else { continue }
            let result = Result { try lane.subscriber.receive(DeliveredEvent(event, audience: audience, module: lane.module)) }
            try store.write(durability: .normal) { db in
                let table = SubscriptionTable(db: db)
                switch result {
                case .success:
                    summary.delivered += 1
                    try table.unpark(lane.id, sequence)
                case .failure(let error):
                    summary.failed += 1
                    note(sequence, lane, error, next: nil)
                    try table.park(lane.id, sequence, 1, Self.text(error), now)
                }
            }
        }
    }

    /// Writes where the lanes are, in one transaction; a lane that is no longer this process's stops.
    private func save(keeping: Bool) throws {
        try store.write(durability: .normal) { db in
            let table = SubscriptionTable(db: db)
            for lane in lanes where try !table.save(lane, keeping: keeping, settings: settings, now: now) { lane.isStopped = true }
        }
    }
}
