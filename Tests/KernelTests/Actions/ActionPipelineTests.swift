import GRDB
import Testing

@testable import Kernel

@Suite struct ActionPipelineTests {
    private struct Failure: Error, Equatable {}

    /// Emits, writes, draws a number, and fails where it is told to.
    private struct Probe: TypedAction {
        enum Step { case check, perform, never }
        let declaration = ActionDeclaration(name: "test.probe", title: Text(verbatim: "probe"), roles: [])

        func check(_ fails: Step, in db: Database, context: RunContext) throws -> Step {
            if fails == .check { throw Failure() }
            return fails
        }

        func perform(_ fails: Step, in transaction: ActionTransaction) throws -> ActionOutcome<UInt64> {
            try transaction.db.execute(
                sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES ('probe', 'school', '{}', 'import')")
            for number in 1...3 { try transaction.emit(NewEvent("test.probed", payload: .object([("number", .integer(number))]))) }
            if fails == .perform { throw Failure() }
            return ActionOutcome(id: "probe", state: "done", version: 3, effect: transaction.context.randomness.next())
        }
    }

    @Test func whatFailsLeavesNoTrace() throws {
        let test = try TestStore()
        let before = (try test.digest, try test.head)
        for step in [Probe.Step.check, .perform] {
            var context = RunContext.test
            #expect(throws: Failure()) { try ActionPipeline.perform(Probe(), step, context: &context, in: test.store) }
            var (a, b) = (context.randomness, RunContext.test.randomness)
            #expect(a.next() == b.next())
        }
        let after = (try test.digest, try test.head)
        #expect(before == after)
    }

    @Test func aRehearsalForetellsWhatIsDone() throws {
        let test = try TestStore()
        var context = RunContext.test
        let foretold = try ActionPipeline.perform(Probe(), .never, context: &context, in: test.store, rehearse: true)
        #expect(try test.head.sequence == 0)
        let done = try ActionPipeline.perform(Probe(), .never, context: &context, in: test.store)
        #expect(foretold.effect == done.effect)
        #expect(foretold.events.isEmpty && done.events == [1, 2, 3])
        #expect(
            done.json
                == .object([
                    ("format", .string("kjerne.action/1")), ("id", .string("probe")), ("state", .string("done")), ("version", .integer(3)),
                    ("events", .array([.integer(1), .integer(2), .integer(3)])),
                ]))
        var fresh = RunContext.test.randomness
        #expect(context.randomness.next() != fresh.next())
    }

    @Test func allEventsOfAnActionShareItsInstantAndActor() throws {
        let test = try TestStore()
        var context = RunContext.test
        context.actor = .system
        context.clock = .system
        _ = try ActionPipeline.perform(Probe(), .never, context: &context, in: test.store)
        let events = try test.store.read { try EventLog.read(in: $0) }
        #expect(Set(events.map(\.instant)).count == 1)
        #expect(Set(events.map(\.actor)) == ["system"])
        #expect(Set(events.map(\.action)) == ["test.probe"])
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func anActionWithoutRolesIsTheOperatorsAlone() throws {
        let test = try TestStore()
        _ = try test.importPeople("id,given_name,family_name,role\nkari,Kari,Li,admin\n")
        var context = RunContext.test
        context.actor = try test.store.read { try Authorisation.actor("kari", in: $0) }
        let refusal = Refusal(action: "test.probe", allowed: [])
        #expect(throws: refusal) { try ActionPipeline.perform(Probe(), .never, context: &context, in: test.store) }
        #expect(refusal.help?(.en) == "only the operator can do it")
    }

    @Test func aReadOnlyStoreRefusesTheAction() throws {
        let test = try TestStore()
        let reader = try Store.open(at: test.path, access: .readOnly)
        var context = RunContext.test
        #expect(throws: StoreError.readOnly(path: test.path)) { try ActionPipeline.perform(Probe(), .never, context: &context, in: reader) }
    }
}
