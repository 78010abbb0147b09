import GRDB
import Glibc
import Kernel

/// Times the delivery of events to ten subscribers in this process.
enum EventsBench {
    /// Counts, and does nothing else.
    private struct Counter: Subscriber {
        let events: EventSelection = ["bench.*"]
        func receive(_ event: DeliveredEvent) throws {
            guard event.sequence > 0 else { throw Main.Faulty() }
        }
    }

    static let subscribers = 10

    /// Makes a store with so many events at `path`, where there is none.
    static func make(_ path: String, count: Int) throws {
        let store = try Store.open(at: path, access: .readWrite(create: true))
        try store.write(durability: .normal) { db in
            var context = RunContext(randomness: .seed(1))
            let head = try EventLog.head(db).sequence
            for number in Int(head)..<max(count, Int(head)) {
                _ = try EventLog.append(
                    NewEvent(
                        number % 4 == 0 ? "bench.record.created" : "bench.record.changed", source: .init(module: "bench", version: "1.0.0"),
                        records: [RecordReference("bench.record", Int64(number)), .person(Int64(number % 500))],
                        payload: .object([("number", .integer(number)), ("text", .string("A sentence that someone wrote."))])),
                    action: "bench.record.change", context: &context, in: db)
            }
        }
        try store.close()
    }

    /// Delivers the whole log to the subscribers.
    ///
    /// - Returns: nanoseconds for each event and subscriber, reading and writing positions included.
    static func run(_ path: String) throws -> Int64 {
        let store = try Store.open(at: path, access: .readWrite(create: false))
        let count = try store.write(durability: .normal) { db in
            try db.execute(sql: "DELETE FROM kernel_subscription")
            return try EventLog.head(db).sequence
        }
        var registry = Registry()
        registry.add(from: "bench") { registrar in
            for number in 0..<subscribers { registrar.contribute(Counter(), named: "counter-\(number)", to: Subscribers.self) }
        }
        var settings = DeliverySettings()
        settings.seconds = 600
        let start = Main.now()
        let summary = try Delivery.run(store, registry, RunContext(), settings: settings)
        let time = Main.now() - start
        guard summary.delivered == Int(count) * subscribers else { throw Main.Faulty() }
        try store.close()
        return time / count / Int64(subscribers)
    }
}
