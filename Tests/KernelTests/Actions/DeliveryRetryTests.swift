import GRDB
import Testing

@testable import Kernel

@Suite struct DeliveryRetryTests {
    @Test func parkedEventsAreListedAndBroughtBack() throws {
        let test = try TestStore()
        _ = try test.importPeople("id,given_name,family_name,role\nkari,Kari,Li,admin\nola,Ola,Dal,coordinator\n")
        try DeliveryTests.append(3, to: test)
        let registry = DeliveryTests.registry(("test", .init { if $0.sequence < 4 { throw DeliveryTests.Failure() } }))
        var settings = DeliverySettings()
        settings.tries = 2
        func report() throws -> [String] {
            try test.store.read { try DeliveryTables.list(in: $0).rows.map { $0.map { $0.text(.en) }.joined(separator: "|") } }
        }
        try Delivery.run(test.store, registry, DeliveryTests.context(), settings: settings)
        #expect(try report() == ["test.s1|test|waiting|1|3|1|2027-01-15T08:00:10Z||Failure()"])
        for round in 1...3 { try Delivery.run(test.store, registry, DeliveryTests.context(round * 100), settings: settings) }
        #expect(
            try report() == [
                "test.s1|test|current|4|0|0|||", "test.s1|test|parked|||2||2|Failure()", "test.s1|test|parked|||2||3|Failure()",
            ])

        var context = RunContext.test
        func retry(_ subscriber: String, _ event: Int64? = nil, as person: String? = nil) throws -> Int {
            context.actor = try person.map { id in try test.store.read { try Authorisation.actor(id, in: $0) } } ?? .operator
            return try ActionPipeline.perform(
                DeliveryRetryAction(), .init(subscriber: subscriber, event: event), context: &context, in: test.store
            ).effect
        }
        #expect(throws: Refusal.self) { try retry("test.s1", as: "ola") }
        #expect(throws: NothingParked(subscriber: "test.s1", event: 4, subscribers: ["test.s1"])) { try retry("test.s1", 4) }
        let unknown = NothingParked(subscriber: "test.s2", subscribers: ["test.s1"])
        #expect(throws: unknown) { try retry("test.s2") }
        #expect(unknown.help?(.en) == "did you mean 'test.s1'?" && unknown.kind == .badInput)
        #expect(try retry("test.s1", 3, as: "kari") == 1)
        #expect(try report().last == "test.s1|test|brought-back|||0||3|Failure()")
        #expect(try retry("test.s1") == 2)
        let healed = DeliveryTests.registry(("test", .init { _ in }))
        #expect(try Delivery.run(test.store, healed, DeliveryTests.context(1000)).delivered == 2)
        #expect(try report() == ["test.s1|test|current|6|0|0|||"])
        #expect(try test.store.read { try EventLog.read(EventFilter(name: "kernel.delivery.*"), in: $0).map(\.records.count) } == [1, 2])
    }
}
