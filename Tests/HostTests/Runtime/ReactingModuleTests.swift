import GRDB
import Kernel
import KernelTesting
import Testing

/// What a module's reaction writes to a record counts for what follows from the same act.
@Suite struct ReactingModuleTests {
    /// Closes work as soon as it is delivered.
    private struct Closing: Reaction {
        let events: EventSelection = ["lab.work.deliver"]
        func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
            try transaction.db.execute(sql: "UPDATE lab_work SET _state = 'closed'")
        }
    }

    @Test(arguments: [false, true]) func theRecordIsReadAgainAfterAReaction(reacts: Bool) throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", "--ends", "2027-09-01T08:00:00Z", by: "p1")
        let path = lab.session.path + "/var/kjerne.sqlite"
        let store = try Store.open(at: path, access: .readWrite(create: false))
        let applied = try store.read { try LiveConfiguration.load($0, linked: Session.linked) }
        var registry = applied.registry
        if reacts { registry.add(from: "lab") { $0.contribute(Closing(), named: "closing", to: Reactions.self) } }
        let live = LiveConfiguration(
            modules: applied.modules, languages: applied.languages, timeZone: applied.timeZone, calendar: applied.calendar,
            registry: registry, workspace: applied.workspace)
        let action = try #require(ActionCatalog(live).find("lab.work.deliver"))
        let values = try #require(JSONReader.read(SourceFile(id: .init(0), path: "input", bytes: Array("{}".utf8))).document?.root)
        var context = RunContext(clock: .fixed(try Instant(RuntimeLab.open)))
        let runner = ActionRunner(
            environment: ActionEnvironment(live: live, files: FileStore(store: path)) { _, _ in [] }, store: store)
        let result = try runner.perform(action, ActionInput(id: id, values: values), context: &context)
        try store.close()
        // Without the reaction time closes what is delivered; where it is closed already, there is nothing to do.
        #expect(result.outcome.state == "closed")
        #expect(result.events.count == (reacts ? 1 : 2))
    }
}
