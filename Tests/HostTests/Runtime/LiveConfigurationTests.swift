import Testing

@testable import Kernel

/// What is live is held by those who use it, and by nobody else.
struct LiveConfigurationTests {
    /// Each command reads it anew; one that is kept by what it remembers would never be freed.
    @Test func nothingThatItRemembersKeepsIt() throws {
        let lab = try RuntimeLab()
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        weak var kept: LiveConfiguration?
        try store.read { db in
            let live = try LiveConfiguration.load(db, linked: Session.linked)
            kept = live
            #expect(!live.audience.isVeiled(try #require(try EventLog.read(EventFilter(), in: db).last)))
            for type in live.recordTypes {
                _ = live.memory.plan(of: type, live)
                _ = live.memory.reading(of: type, Standing.system, live)
            }
            _ = Recognitions.kinds(live)
            #expect(kept != nil)
        }
        #expect(kept == nil)
    }
}
