import GRDB

/// Performs actions as people do, each in a savepoint of a trial's transaction.
struct ConformanceRun {
    let live: LiveConfiguration
    let store: Store
    let folder: String

    /// Instants that are tried in turn: before what is due, after it, and long after.
    static let instants = ["2027-06-01T08:00:00Z", "2027-06-20T08:00:00Z", "2028-09-01T08:00:00Z"]

    /// Files that are named come with bytes of the kind that their ending says.
    var environment: ActionEnvironment {
        ActionEnvironment(live: live, files: FileStore(store: folder + "/trial.sqlite")) { path, _ in
            if path.hasSuffix(".png") { return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] }
            return Array((path.hasSuffix(".pdf") ? "%PDF-1.4\n" : "text\n").utf8)
        }
    }

    /// Who makes the records that a trial begins with.
    var author: RunContext {
        get throws {
            RunContext(
                actor: .person(ConformanceStage.author), clock: .fixed(try Instant(Self.instants[0])), randomness: .seed(1), language: .en)
        }
    }

    /// Runs `body` in a store that has people, an offering and a transaction of the author's, and takes all of it back.
    ///
    /// - Parameter name: what is tried.
    func staged<T>(
        _ name: String,
        _ body: (_ people: [(name: String, key: Int64)], _ walker: ConformanceWalk, _ transaction: ActionTransaction) throws -> T
    ) throws -> T {
        let declaration = ActionDeclaration(name: "kernel.module.try", title: Text(verbatim: name), roles: [])
        return try store.rehearse { db in
            let transaction = try ActionTransaction(declaration, author, db, live: live)
            let walker = ConformanceWalk(live: live)
            try walker.stage(db, transaction)
            return try body(try ConformanceStage.people(live.roles.map(\.id), in: db), walker, transaction)
        }
    }

    /// Performs an action and calls `body` with what came of it.
    ///
    /// - Parameter keeps: whether it stays for what follows in the trial; otherwise all of it is taken back after `body`.
    func perform<T>(
        _ action: any NamedAction, _ id: String?, _ input: JSONValue, as person: Int64, at instant: String = instants[0],
        keeps: Bool = false, token: String? = nil, in db: Database, _ body: (ActionOutcome<JSONValue>) throws -> T
    ) throws -> T {
        var result: Result<T, any Error>?
        try db.inSavepoint {
            do {
                let context = RunContext(
                    actor: .person(person), clock: .fixed(try Instant(instant)), randomness: .seed(2), language: .en)
                let transaction = try ActionTransaction(action.declaration, context, db, live: live)
                try transaction.listen(live.registry, audience: live.audience)
                defer { transaction.sweepFiles() }
                let read = JSONReader.read(SourceFile(id: .init(0), path: "input", bytes: Array(input.compact.utf8)))
                guard let node = read.document?.root, read.isSound else {
                    var faults = Diagnostics()
                    for fault in read.diagnostics { faults.report(fault) }
                    throw DiagnosticsError(faults)
                }
                let outcome = try action.perform(
                    ActionInput(id: action.about == nil ? nil : id, values: node, token: token), in: transaction, environment)
                try transaction.checkReactions()
                result = .success(try body(outcome))
                return keeps ? .commit : .rollback
            } catch {
                result = .failure(error)
                return .rollback
            }
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return try result.get()
    }
}
