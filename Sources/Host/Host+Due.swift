import Kernel

/// What `due` works with.
struct DueWork {
    /// What has fallen due now.
    var find: () throws -> [DueCandidate]
    /// Performs one of them, in a transaction of its own.
    var perform: (DueCandidate) throws -> DuePass.Outcome
    /// Tells those who listen of what happened, and of what waited.
    var deliver: () -> Void
}

extension Host {
    /// What has fallen due in the workspace's store, and how to perform it.
    ///
    /// - Parameter readOnly: whether it is only to be shown.
    func dueWork(readOnly: Bool) throws -> DueWork {
        let store = try readOnly ? readingStore() : writingStore()
        // It shows records of everyone, and is run for all of them.
        try requireAdministrator(in: store, for: "due")
        let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
        let now = try clock().now()
        let context = try context(in: store)
        return DueWork(
            find: { try store.read { try DueFinder(live.deadlines.index, time: live.time, in: $0).find(at: now) } },
            perform: { candidate in
                var run = context
                run.actor = .system
                let result = try ActionPipeline.perform(DueRun(), candidate, context: &run, in: store, live: live)
                return result.effect ? .done : .passedOver
            },
            deliver: { deliver(store, live) })
    }
}
