import GRDB
import Synchronization
import Testing

@testable import Kernel

/// Subscribers that get every event at least once and in order, whatever happens.
@Suite struct DeliveryTests {
    /// What a subscriber got, and a clock that the test moves.
    final class Notebook: Sendable {
        let lines = Mutex<[Int64]>([])
        let time = Mutex<Int64>(1_000_000)
        func note(_ sequence: Int64) { lines.withLock { $0.append(sequence) } }
        var all: [Int64] { lines.withLock { $0 } }
        func pass(_ seconds: Double) { time.withLock { $0 += Int64(seconds * 1e6) } }
    }

    struct Closure: Subscriber {
        var events: EventSelection = "test.*"
        var start = SubscriberStart.beginning
        var body: @Sendable (DeliveredEvent) throws -> Void
        func receive(_ event: DeliveredEvent) throws { try body(event) }
    }

    struct Failure: Error {}

    static func append(_ count: Int, named name: String = "test.happened", to test: TestStore) throws {
        try append(count, named: name, to: test.store)
    }

    static func append(_ count: Int, named name: String = "test.happened", to store: Store) throws {
        try store.write(durability: .normal) { db in
            var context = RunContext.test
            for number in 0..<count {
                _ = try EventLog.append(
                    NewEvent(
                        name, source: .init(module: "test", version: "1.0.0"), records: [.person(Int64(number))],
                        payload: .object([("number", .integer(number)), ("secret", .integer(7))])), action: "test", context: &context,
                    in: db)
            }
        }
    }

    static func registry(_ subscribers: (module: String, subscriber: Closure)...) -> Registry {
        var registry = Registry()
        for (index, entry) in subscribers.enumerated() {
            registry.add(from: entry.module) { $0.contribute(entry.subscriber, named: "s\(index + 1)", to: Subscribers.self) }
        }
        return registry
    }

    /// A run at so many seconds after the test's day.
    static func context(_ seconds: Int = 0) throws -> RunContext {
        RunContext(actor: .system, clock: .fixed(try #require(Instant(seconds: 1_800_000_000 + seconds))))
    }

    static func settings(_ notebook: Notebook? = nil) -> DeliverySettings {
        var settings = DeliverySettings()
        if let notebook { settings.now = { notebook.time.withLock { $0 } } }
        return settings
    }

    static func row(_ test: TestStore, _ subscriber: String) throws -> String {
        try test.store.read { db in
            try Row.fetchOne(
                db, sql: "SELECT position, attempts, lease FROM kernel_subscription WHERE subscriber = ?", arguments: [subscriber]
            )
            .map { "\($0["position"] as Int64) \($0["attempts"] as Int) \(($0["lease"] as String?) == nil ? "free" : "held")" } ?? "none"
        }
    }

    static func parked(_ test: TestStore) throws -> [String] {
        try test.store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM kernel_parked ORDER BY subscriber, event").map {
                "\($0["subscriber"] as String) \($0["event"] as Int64) \($0["attempts"] as Int) \($0["reason"] as String)"
            }
        }
    }

    @Test func eachSubscriberGetsEachEventOnceInOrder() throws {
        let test = try TestStore()
        let (a, b, c) = (Notebook(), Notebook(), Notebook())
        try Self.append(25, to: test)
        try Self.append(3, named: "other.happened", to: test)
        try Self.append(2, to: test)
        let registry = Self.registry(
            ("test", Closure { a.note($0.sequence) }), ("test", Closure(events: ["other.happened"]) { b.note($0.sequence) }),
            ("late", Closure(events: "*", start: .end) { c.note($0.sequence) }))
        var settings = DeliverySettings()
        settings.batch = 7
        #expect(try Delivery.run(test.store, registry, Self.context(), settings: settings).delivered == 30)
        #expect(try Delivery.run(test.store, registry, Self.context(), settings: settings) == DeliverySummary())
        #expect(a.all == Array(1...25) + [29, 30] && b.all == [26, 27, 28] && c.all.isEmpty)
        try Self.append(2, to: test)
        #expect(try Delivery.run(test.store, registry, Self.context(), settings: settings).delivered == 4)
        #expect(a.all.suffix(3) == [30, 31, 32] && c.all == [31, 32])
        #expect(try Self.row(test, "test.s2") == "32 0 free")
        // A newcomer reads the log from its beginning, beside those that are up to date.
        let d = Notebook()
        let more = Self.registry(
            ("test", Closure { a.note($0.sequence) }), ("test", Closure { _ in }), ("late", Closure { _ in }),
            ("test", Closure { d.note($0.sequence) }))
        try Delivery.run(test.store, more, Self.context(), settings: settings)
        #expect(d.all == Array(1...25) + [29, 30, 31, 32])
        #expect(a.all.count == 29)
    }

    @Test func payloadsAreForTheModuleAndThoseThatRequireItWithoutWhatIsSealed() throws {
        let test = try TestStore()
        try Self.append(1, to: test)
        let seen = Mutex<[String]>([])
        let hear: @Sendable (DeliveredEvent) throws -> Void = { event in
            let text = try event.payload?.compact ?? "-"
            seen.withLock { $0.append("\(event.name) \(text) \(event.header.records.count)") }
        }
        let registry = Self.registry(("test", Closure(body: hear)), ("friend", Closure(body: hear)), ("stranger", Closure(body: hear)))
        let audience = EventAudience(requires: ["friend": ["test"]]) { _, payload, module in
            module == "test" ? payload : .object((payload.object ?? []).filter { $0.key != "secret" })
        }
        try Delivery.run(test.store, registry, Self.context(), audience: audience)
        #expect(
            seen.withLock { $0 } == [
                #"test.happened {"number":0,"secret":7} 1"#, #"test.happened {"number":0} 1"#, "test.happened - 1",
            ])
    }

    @Test func whatFailsIsTriedAgainLaterAndHoldsUpNoOther() throws {
        let test = try TestStore()
        try Self.append(5, to: test)
        let (a, b) = (Notebook(), Notebook())
        let registry = Self.registry(
            (
                "test",
                Closure { event in
                    a.note(event.sequence)
                    if event.sequence == 3, a.all.filter({ $0 == 3 }).count < 3 { throw Failure() }
                }
            ), ("test", Closure { b.note($0.sequence) }))
        let first = try Delivery.run(test.store, registry, Self.context())
        #expect(first.delivered == 7 && first.failed == 1)
        #expect(b.all == [1, 2, 3, 4, 5])
        #expect(try Self.row(test, "test.s1") == "2 1 free")
        // Not before the wait is over: 10 s, then 20 s.
        for (seconds, tries) in [(9, 1), (10, 2), (29, 2), (30, 3)] {
            try Delivery.run(test.store, registry, Self.context(seconds))
            #expect(a.all.filter { $0 == 3 }.count == tries, "after \(seconds) s")
        }
        #expect(a.all == [1, 2, 3, 3, 3, 4, 5])
        #expect(try Self.row(test, "test.s1") == "5 0 free")
        #expect(try Self.parked(test).isEmpty)
    }

    @Test func thePoisonousEventIsParkedAndTheNextOnesCome() throws {
        let test = try TestStore()
        try Self.append(4, to: test)
        let a = Notebook()
        let heals = Mutex(false)
        let registry = Self.registry(
            (
                "test",
                Closure { event in
                    if event.sequence % 2 == 0, !heals.withLock({ $0 }) { throw Failure() }
                    a.note(event.sequence)
                }
            ))
        for round in 0..<12 { try Delivery.run(test.store, registry, Self.context(round * 3600)) }
        #expect(a.all == [1, 3])
        #expect(try Self.parked(test) == ["test.s1 2 5 Failure()", "test.s1 4 5 Failure()"])
        #expect(try Self.row(test, "test.s1") == "4 0 free")
        // Brought back, one that still fails stays parked, and one that has healed is delivered.
        func bringBack() throws {
            try test.store.write(durability: .normal) { try $0.execute(sql: "UPDATE kernel_parked SET attempts = 0 WHERE event = 2") }
        }
        try bringBack()
        #expect(try Delivery.run(test.store, registry, Self.context(90_000)).failed == 1)
        #expect(try Self.parked(test) == ["test.s1 2 1 Failure()", "test.s1 4 5 Failure()"])
        heals.withLock { $0 = true }
        try bringBack()
        #expect(try Delivery.run(test.store, registry, Self.context(90_000)).delivered == 1)
        #expect(a.all == [1, 3, 2])
        #expect(try Self.parked(test) == ["test.s1 4 5 Failure()"])
    }

    /// One that makes an event for each that it hears is cut short, and goes on where it was the next time.
    @Test func aSubscriberThatFeedsItselfIsCutShort() throws {
        let test = try TestStore()
        try Self.append(1, to: test)
        let notebook = Notebook()
        let store = test.store
        let registry = Self.registry(
            (
                "test",
                Closure { event in
                    notebook.note(event.sequence)
                    notebook.pass(1)
                    try Self.append(1, to: store)
                }
            ))
        var settings = Self.settings(notebook)
        (settings.seconds, settings.lease) = (5, 1_000)
        let summary = try Delivery.run(test.store, registry, Self.context(), settings: settings)
        #expect(summary.isCutShort && notebook.all == Array(1...5), "\(notebook.all)")
        #expect(try Delivery.run(test.store, registry, Self.context(), settings: settings).isCutShort)
        #expect(notebook.all == Array(1...10), "\(notebook.all)")
    }

    @Test func waitsDoubleUpToTheLongest() {
        let settings = DeliverySettings()
        #expect((1...11).map { settings.wait(after: $0) } == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600])
        #expect(settings.wait(after: 10_000) == 3600)
    }

    /// The holder is slow, another takes over, and the slow one comes back to what is no longer its own.
    @Test func whoeverLosesTheLeaseMovesNothing() throws {
        let test = try TestStore()
        let other = try Store.open(at: test.path, access: .readWrite(create: false))
        try Self.append(6, to: test)
        let (slow, quick) = (Notebook(), Notebook())
        let quickly = Self.registry(("test", Closure { quick.note($0.sequence) }))
        let slowly = Self.registry(
            (
                "test",
                Closure { event in
                    slow.note(event.sequence)
                    guard event.sequence == 2 else { return }
                    // A lease that still holds is respected.
                    #expect(try Delivery.run(other, quickly, Self.context(), settings: Self.settings(slow)).delivered == 0)
                    slow.pass(31)
                    #expect(try Delivery.run(other, quickly, Self.context(), settings: Self.settings(slow)).delivered == 6)
                    try Self.append(2, to: other)
                }
            ))
        let summary = try Delivery.run(test.store, slowly, Self.context(), settings: Self.settings(slow))
        #expect(slow.all == [1, 2] && quick.all == [1, 2, 3, 4, 5, 6])
        #expect(summary.delivered == 2)
        #expect(try Self.row(test, "test.s1") == "6 0 free")
        // What came since is the next run's.
        try Delivery.run(test.store, slowly, Self.context(), settings: Self.settings(slow))
        #expect(slow.all == [1, 2, 7, 8])
    }

    @Test func aSlowHolderThatNobodyRelievedKeepsWhatItDid() throws {
        let test = try TestStore()
        try Self.append(3, to: test)
        let slow = Notebook()
        let registry = Self.registry(
            (
                "test",
                Closure {
                    slow.note($0.sequence); if slow.all.count == 1 { slow.pass(31) }
                }
            ))
        try Delivery.run(test.store, registry, Self.context(), settings: Self.settings(slow))
        try Delivery.run(test.store, registry, Self.context(), settings: Self.settings(slow))
        #expect(slow.all == [1, 2, 3])
    }

    @Test func slowSubscribersKeepTheirLeaseAlive() throws {
        let test = try TestStore()
        try Self.append(20, to: test)
        let slow = Notebook()
        let registry = Self.registry(
            (
                "test",
                Closure {
                    slow.note($0.sequence); slow.pass(5)
                }
            ))
        var settings = Self.settings(slow)
        settings.seconds = 1000
        #expect(try Delivery.run(test.store, registry, Self.context(), settings: settings).delivered == 20)
        settings.seconds = 12
        try Self.append(20, to: test)
        let cut = try Delivery.run(test.store, registry, Self.context(), settings: settings)
        #expect(cut.isCutShort && cut.delivered < 20)
        settings.seconds = 1000
        try Delivery.run(test.store, registry, Self.context(), settings: settings)
        #expect(slow.all == Array(1...40))
    }

    /// Random failures, random batches, several holders in turn: each order is the log's.
    @Test(arguments: 0..<20) func inOrderWhateverFails(_ seed: UInt64) throws {
        let test = try TestStore()
        let random = Mutex(Randomness.seed(seed))
        let notebooks = (0..<4).map { _ in Notebook() }
        var registry = Registry()
        for (index, notebook) in notebooks.enumerated() {
            let subscriber = Closure { event in
                if random.withLock({ $0.next() % 5 == 0 }) { throw Failure() }
                notebook.note(event.sequence)
            }
            registry.add(from: "test") { $0.contribute(subscriber, named: "s\(index)", to: Subscribers.self) }
        }
        var settings = DeliverySettings()
        settings.batch = 3
        for round in 0..<60 {
            if round < 10 { try Self.append(5, to: test) }
            try Delivery.run(test.store, registry, Self.context(round * 4000), settings: settings)
        }
        for (index, notebook) in notebooks.enumerated() {
            let parked = try test.store.read {
                try Int64.fetchSet($0, sql: "SELECT event FROM kernel_parked WHERE subscriber = 'test.s\(index)'")
            }
            #expect(notebook.all == (1...50).filter { !parked.contains($0) })
        }
    }
}
