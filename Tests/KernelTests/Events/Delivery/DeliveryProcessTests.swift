import Foundation
import GRDB
import Testing

@testable import Kernel

/// Deliveries by several processes, some of which are killed.
@Suite struct DeliveryProcessTests {
    /// Appends each sequence to a file, and kills the process at one of them.
    struct Recorder: Subscriber {
        var path: String
        var killsAt: Int64 = 0
        let events: EventSelection = "test.*"

        func receive(_ event: DeliveredEvent) throws {
            if event.sequence == killsAt { kill(getpid(), SIGKILL) }
            let file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
            defer { close(file) }
            _ = "\(event.sequence)\n".withCString { write(file, $0, strlen($0)) }
        }

        static func read(_ path: String) throws -> [Int64] {
            guard FileManager.default.fileExists(atPath: path) else { return [] }
            return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { Int64($0) }
        }

        /// Delivers once; `hours` moves the machine's time, so that leases of the dead run out.
        static func run(_ store: String, _ path: String, killsAt: Int64 = 0, hours: Int64 = 0) throws -> DeliverySummary {
            let store = try Store.open(at: store, access: .readWrite(create: false), wait: 20)
            defer { try? store.close() }
            var registry = Registry()
            registry.add(from: "test") { $0.contribute(Recorder(path: path, killsAt: killsAt), named: "recorder", to: Subscribers.self) }
            var settings = DeliverySettings()
            settings.batch = 20
            settings.now = { DeliverySettings.machineTime() + hours * 3_600_000_000 }
            return try Delivery.run(store, registry, RunContext(), settings: settings)
        }
    }

    @Test func aProcessKilledBetweenCommitAndDeliveryLosesNothing() async throws {
        let test = try TestStore()
        try DeliveryTests.append(30, to: test)
        let (store, path) = (test.path, test.folder + "/got")
        // The event is committed, and the process is gone before anyone is told.
        await #expect(processExitsWith: .signal(SIGKILL)) { [store = store as String, path = path as String] in
            let file = try Store.open(at: store, access: .readWrite(create: false))
            try DeliveryTests.append(1, to: file)
            _ = path
            kill(getpid(), SIGKILL)
        }
        // Killed in the middle of a batch: what it got comes again, nothing is left out.
        await #expect(processExitsWith: .signal(SIGKILL)) { [store = store as String, path = path as String] in
            _ = try Recorder.run(store, path, killsAt: 27)
        }
        #expect(try Recorder.read(path) == Array(1...26))
        // The lease of the dead holds for a while.
        #expect(try Recorder.run(store, path).delivered == 0)
        #expect(try Recorder.run(store, path, hours: 1).delivered == 11)
        #expect(try Recorder.read(path) == Array(1...26) + Array(21...31))
    }

    /// An event that ends every process that touches it is parked in the end, and no other is.
    @Test func anEventThatKillsIsFoundAndParked() async throws {
        let test = try TestStore()
        try DeliveryTests.append(30, to: test)
        let (store, path) = (test.path, test.folder + "/got")
        for hours in 1...6 {
            await #expect(processExitsWith: .signal(SIGKILL)) { [store = store as String, path = path as String, hours = hours as Int] in
                _ = try Recorder.run(store, path, killsAt: 15, hours: Int64(hours))
            }
            if try DeliveryTests.row(test, "test.recorder").hasPrefix("14 4") { break }
        }
        let last = try Recorder.run(store, path, killsAt: 15, hours: 7)
        #expect(last.parked == 1 && last.delivered == 15)
        #expect(try DeliveryTests.parked(test) == ["test.recorder 15 5 the process ended, or hung, while the subscriber had the event"])
        #expect(Set(try Recorder.read(path)) == Set(1...30).subtracting([15]))
    }

    @Test func severalProcessesDeliverEachEventOnceInOrder() async throws {
        let test = try TestStore()
        try DeliveryTests.append(200, to: test)
        let (store, path) = (test.path, test.folder + "/got")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [store = store as String, path = path as String] in
                        for round in 0..<40 {
                            _ = try Recorder.run(store, path)
                            if round % 10 == 0 {
                                let file = try Store.open(at: store, access: .readWrite(create: false), wait: 20)
                                try DeliveryTests.append(10, to: file)
                                try file.close()
                            }
                        }
                    }
                }
            }
        }
        _ = try Recorder.run(store, path, hours: 1)
        let head = try test.head.sequence
        #expect(head == 200 + 3 * 4 * 10)
        #expect(try Recorder.read(path) == Array(1...head))
    }
}
