import Kernel

/// What `due` works with.
struct DueWork {
    /// What has fallen due now.
    var find: () throws -> [DueCandidate]
    /// Performs one of them, in a transaction of its own.
    var perform: (DueCandidate) throws -> DuePass.Outcome
}

extension Host {
    /// What has fallen due in the workspace's store, and how to perform it.
    ///
    /// - Parameter readOnly: whether it is only to be shown.
    func dueWork(readOnly: Bool) throws -> DueWork {
        let settings = try settings().settings
        let store = try readOnly ? Store.open(at: try storePath(settings), access: .readOnly) : store(settings)
        let time = try store.read { try WorkspaceTime.load($0) }
        let now = try clock().now()
        let index = DeclarationIndex([])
        return DueWork(
            find: { try store.read { try DueFinder(index, time: time, in: $0).find(at: now) } },
            perform: { _ in .passedOver })
    }
}
