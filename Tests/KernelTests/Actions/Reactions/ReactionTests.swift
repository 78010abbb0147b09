import GRDB
import Synchronization
import Testing

@testable import Kernel

/// Modules that react within the transaction, well and badly.
@Suite struct ReactionTests {
    /// A reaction made of a closure.
    private struct Closure: Reaction {
        var events: EventSelection
        var body: @Sendable (RecordedEvent, ActionTransaction) throws -> Void
        func react(to event: RecordedEvent, in transaction: ActionTransaction) throws { try body(event, transaction) }
    }

    /// Emits events of the kernel and writes a row.
    private struct Probe: TypedAction {
        var hidesErrors = false
        let declaration = ActionDeclaration(name: "test.probe", title: Text(verbatim: "probe"), roles: [])
        func check(_ names: [String], in db: Database, context: RunContext) throws -> [String] { names }
        func perform(_ names: [String], in transaction: ActionTransaction) throws -> ActionOutcome<UInt64> {
            for name in names {
                do {
                    try transaction.emit(
                        NewEvent(
                            name, source: .init(module: name.split(separator: ".").first.map(String.init) ?? "", version: "1.0.0"),
                            payload: .object([("a", .integer(1)), ("secret", .integer(2))])))
                } catch { if !hidesErrors { throw error } }
            }
            return ActionOutcome(effect: transaction.context.randomness.next())
        }
    }

    private struct Failure: Error {}

    private final class Heard: Sendable {
        let lines = Mutex<[String]>([])
        func note(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private func made() throws -> TestStore {
        let test = try TestStore()
        try test.store.write(durability: .normal) { db in
            try db.execute(
                sql: """
                    CREATE TABLE a_row (text TEXT); CREATE TABLE b_row (text TEXT);
                    INSERT INTO kernel_module_table VALUES ('a_row', 'a', 'a.row'), ('b_row', 'b', 'b.row');
                    """)
        }
        return test
    }

    private func registry(
        _ reactions: (
            module: String, failsClosed: Bool, events: EventSelection, body: @Sendable (RecordedEvent, ActionTransaction) throws -> Void
        )...
    ) -> Registry {
        var registry = Registry()
        for (index, reaction) in reactions.enumerated() {
            registry.add(from: reaction.module, failsClosed: reaction.failsClosed) {
                $0.contribute(Closure(events: reaction.events, body: reaction.body), named: "reaction-\(index + 1)", to: Reactions.self)
            }
        }
        return registry
    }

    @discardableResult
    private func perform(
        _ test: TestStore, _ registry: Registry, _ names: String..., audience: EventAudience = EventAudience(), hidesErrors: Bool = false
    ) throws
        -> ActionResult<UInt64>
    {
        var context = RunContext.test
        return try ActionPipeline.perform(
            Probe(hidesErrors: hidesErrors), names, context: &context, in: test.store, registry: registry, audience: audience)
    }

    private func log(_ test: TestStore) throws -> [String] { try test.store.read { try EventLog.read(in: $0).map(\.name) } }

    private func rows(_ test: TestStore) throws -> [String] {
        try test.store.read { try String.fetchAll($0, sql: "SELECT text FROM a_row UNION ALL SELECT text FROM b_row") }
    }

    private static func event(_ name: String) -> NewEvent {
        NewEvent(name, source: .init(module: String(name.prefix(1)), version: "1.0.0"), payload: .null)
    }

    @Test func reactionsRunInOrderAfterTheEventIsWritten() throws {
        let test = try made()
        let heard = Heard()
        let registry = registry(
            (
                "a", true, ["kernel.x"],
                { event, transaction in
                    heard.note("a \(event.name) \(event.header.sequence)")
                    #expect(try EventLog.head(transaction.db).sequence == event.header.sequence)
                    try transaction.db.execute(sql: "INSERT INTO a_row VALUES ('a')")
                    try transaction.emit(Self.event("a.did"))
                }
            ),
            (
                "b", true, ["a.*", "kernel.*"],
                { event, transaction in
                    heard.note("b \(event.name) \(event.header.sequence)")
                    try transaction.db.execute(sql: "INSERT INTO b_row VALUES (?)", arguments: [event.name])
                }
            ))
        let result = try perform(test, registry, "kernel.x", "kernel.y")
        #expect(heard.all == ["a kernel.x 1", "b a.did 2", "b kernel.x 1", "b kernel.y 3"])
        #expect(result.events == [1, 2, 3])
        #expect(try rows(test) == ["a", "a.did", "kernel.x", "kernel.y"])
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func aReactionRefusesWhicheverWayItFailsAndWhoeverHidesIt() throws {
        for failsClosed in [true, false] {
            for hides in [true, false] {
                let test = try made()
                let registry = registry(
                    (
                        "a", true, ["kernel.x"],
                        { _, transaction in
                            try transaction.db.execute(sql: "INSERT INTO a_row VALUES ('a')")
                            do { try transaction.emit(Self.event("a.did")) } catch { if !hides { throw error } }
                        }
                    ),
                    ("b", failsClosed, ["a.did"], { _, _ in throw ReactionRefusal(Text(verbatim: "the list is closed")) }))
                var message: String?
                do { try perform(test, registry, "kernel.x", "kernel.y", hidesErrors: hides) } catch let error as ReactionRefusal {
                    message = error.message(.en)
                }
                #expect(message == "the list is closed")
                #expect(try log(test).isEmpty && rows(test).isEmpty)
            }
        }
    }

    @Test func whatFailsClosedRefusesAndIsNamed() throws {
        let test = try made()
        let registry = registry(("b", true, ["kernel.x"], { _, _ in throw Failure() }))
        let fault = ReactionFault.failed(module: "b", reaction: "reaction-1", event: "kernel.x", reason: "Failure()")
        #expect(throws: fault) { try perform(test, registry, "kernel.x", hidesErrors: true) }
        #expect(fault.kind == .refused && fault.message(.en).contains("'reaction-1' of the module 'b'"))
        #expect(try log(test).isEmpty)
    }

    @Test func whatFailsOpenIsTakenBackAndNoted() throws {
        let test = try made()
        let registry = registry(
            (
                "a", false, ["kernel.x"],
                { _, transaction in
                    try transaction.db.execute(sql: "INSERT INTO a_row VALUES ('gone')")
                    try transaction.emit(Self.event("a.did"))
                    _ = transaction.context.randomness.next()
                    transaction.context.actor = .system
                    throw Failure()
                }
            ),
            (
                "b", false, ["*"],
                { event, transaction in
                    try transaction.db.execute(sql: "INSERT INTO b_row VALUES (?)", arguments: [event.name])
                    if event.name == "kernel.y" { try transaction.db.execute(sql: "DELETE FROM a_row") }
                }
            ))
        let result = try perform(test, registry, "kernel.x", "kernel.y")
        #expect(try log(test) == ["kernel.x", "kernel.reaction.failed", "kernel.y", "kernel.reaction.failed"])
        #expect(result.events == [1, 2, 3, 4])
        #expect(try rows(test) == ["kernel.x"])
        let notes = try test.store.read { db in
            try EventLog.read(in: db).filter { $0.name == "kernel.reaction.failed" }.map { event in
                "\(event.actor) \(event.records.map { "\($0.kind):\($0.id)" }) \(try EventLog.payload(of: event.sequence, in: db) ?? "")"
            }
        }
        #expect(
            notes == [
                #"operator ["kernel.event:1", "kernel.reaction:a.reaction-1"] {"event":"kernel.x","reason":"Failure()"}"#,
                #"operator ["kernel.event:3", "kernel.reaction:b.reaction-2"] {"event":"kernel.y","reason":"the module 'b' tried to write to the table 'a_row', which is not its own"}"#,
            ])
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func aReactionWritesOnlyItsOwnTables() throws {
        let test = try made()
        let registry = registry(
            ("b", true, ["kernel.x"], { _, transaction in try? transaction.db.execute(sql: "INSERT INTO a_row VALUES ('x')") }))
        #expect(throws: WriteGuardViolation(module: "b", .table("a_row"))) { try perform(test, registry, "kernel.x") }
        #expect(try log(test).isEmpty && rows(test).isEmpty)
        let transacting = self.registry(("b", false, ["kernel.x"], { _, transaction in try transaction.db.execute(sql: "ROLLBACK") }))
        #expect(throws: WriteGuardViolation(module: "b", .statement("ROLLBACK"))) { try perform(test, transacting, "kernel.x") }
        #expect(try log(test).isEmpty)
    }

    @Test func aLoopIsRefusedWithItsChain() throws {
        let test = try made()
        let registry = registry(
            ("a", true, ["kernel.x", "b.did"], { _, transaction in try transaction.emit(Self.event("a.did")) }),
            ("b", false, ["a.did"], { _, transaction in _ = try? transaction.emit(Self.event("b.did")) }))
        let chain = ["kernel.x", "a.did", "b.did", "a.did", "b.did", "a.did", "b.did", "a.did", "b.did", "a.did"]
        #expect(throws: ReactionFault.loop(chain)) { try perform(test, registry, "kernel.x") }
        #expect(try log(test).isEmpty)
    }

    @Test func eightReactionsInARowAreNoLoop() throws {
        let test = try made()
        let registry = registry(
            (
                "a", true, "*",
                { event, transaction in
                    let number = event.name == "kernel.x" ? 0 : Int(event.name.dropFirst(2)) ?? 0
                    if number < 8 { try transaction.emit(Self.event("a.\(number + 1)")) }
                }
            ))
        #expect(try perform(test, registry, "kernel.x", "kernel.x").events.count == 18)
    }

    @Test func aFloodIsRefusedWithItsCulprit() throws {
        let test = try made()
        let registry = registry(
            ("b", true, "kernel.x", { _, transaction in try transaction.emit(Self.event("b.did")) }),
            ("a", true, "b.did", { _, transaction in while true { try transaction.emit(Self.event("a.did")) } }))
        #expect(throws: ReactionFault.flood(module: "a", limit: 10_000)) { try perform(test, registry, "kernel.x") }
        #expect(try log(test).isEmpty)
        // Many events of the action itself are no flood.
        var context = RunContext.test
        let modest = self.registry(
            ("a", true, "kernel.x", { _, transaction in for _ in 0..<3 { try transaction.emit(Self.event("a.did")) } }))
        let many = try ActionPipeline.perform(
            Probe(), Array(repeating: "kernel.x", count: 4000), context: &context, in: test.store, registry: modest)
        #expect(many.events.count == 16_000)
    }

    @Test func aModuleEmitsOnlyItsOwnEvents() throws {
        let test = try made()
        for name in ["kernel.person.erased", "b.did", "ab.did"] {
            let registry = registry(("a", true, "kernel.x", { _, transaction in try transaction.emit(Self.event(name)) }))
            #expect(throws: ReactionFault.foreignEvent(module: "a", event: name)) { try perform(test, registry, "kernel.x") }
        }
    }

    @Test func payloadsAreForTheModuleAndThoseThatRequireIt() throws {
        let test = try made()
        let heard = Heard()
        let hear: @Sendable (RecordedEvent, ActionTransaction) throws -> Void = { event, _ in
            heard.note("\(event.name) \(event.payload?.compact ?? "-")")
        }
        let registry = registry(("a", true, "*", hear))
        let audience = EventAudience(requires: ["a": ["c"]]) { event, payload, module in
            event.source.module == "c" ? .object((payload.object ?? []).filter { $0.key != "secret" }) : payload
        }
        try perform(test, registry, "kernel.x", "a.x", "b.x", "c.x", audience: audience)
        #expect(heard.all == [#"kernel.x {"a":1,"secret":2}"#, #"a.x {"a":1,"secret":2}"#, "b.x -", #"c.x {"a":1}"#])
    }

    @Test func aSlowReactionIsNoted() throws {
        let test = try made()
        let registry = registry(("a", true, "kernel.x", { _, _ in }))
        try test.store.write(durability: .normal) { db in
            let transaction = try ActionTransaction(Probe().declaration, .test, db)
            transaction.react(
                with: ReactionRunner(registry, audience: EventAudience(), limits: .init(seconds: 0), writeGuard: try WriteGuard(db)))
            try transaction.emit(NewEvent("kernel.x", payload: .null))
        }
        #expect(try log(test) == ["kernel.x", "kernel.reaction.slow"])
        let note = try test.store.read { try EventLog.payload(of: 2, in: $0) }
        #expect(note == #"{"event":"kernel.x","seconds":0}"#)
    }

    @Test func aRehearsalReactsToo() throws {
        let test = try made()
        let refusing = registry(("a", true, "kernel.x", { _, _ in throw ReactionRefusal(Text(verbatim: "no")) }))
        var context = RunContext.test
        #expect(throws: ReactionRefusal.self) {
            try ActionPipeline.perform(Probe(), ["kernel.x"], context: &context, in: test.store, rehearse: true, registry: refusing)
        }
        #expect(try log(test).isEmpty)
    }
}
