import GRDB

/// Performs what the people of a simulation do, each act in a savepoint of one transaction.
final class SimulatedRun {
    let live: LiveConfiguration
    let db: Database
    private(set) var randomness: Randomness
    private let environment: ActionEnvironment
    private let catalog: ActionCatalog
    private let shared: SharedActs
    private var actions: [String: any NamedAction] = [:]
    /// What time was to make happen and was refused.
    private(set) var refusedByTime: [(action: String, reason: Text)] = []
    /// How many acts were performed.
    private(set) var performed = 0

    init(live: LiveConfiguration, store: String, seed: UInt64, in db: Database) throws {
        self.live = live
        self.db = db
        randomness = .seed(seed)
        environment = ActionEnvironment(live: live, files: FileStore(store: store)) { path, _ in
            Array((path.hasSuffix(".pdf") ? "%PDF-1.4\n" : "text\n").utf8)
        }
        catalog = ActionCatalog(live)
        shared = try SharedActs(live, in: db)
    }

    /// The action of that name; nil where there is none.
    func action(_ name: String) -> (any NamedAction)? {
        if let known = actions[name] { return known }
        let found = catalog.find(name)
        actions[name] = found
        return found
    }

    /// The actions on records of a type.
    func actions(on type: RecordType) -> [any NamedAction] { catalog.actions(on: type) }

    /// A number drawn from the seed.
    func draw() -> UInt64 { randomness.next() }

    /// Values for fields, drawn from the seed.
    func drawn(_ type: FieldType) -> JSONValue? {
        var inputs = ConformanceInputs(randomness: randomness)
        defer { randomness = inputs.randomness }
        return inputs.valid(type)
    }

    private static let nowhere = SourceSpan(startOf: .init(0))

    /// What came of an act.
    enum Answer {
        case done(ActionOutcome<JSONValue>)
        /// - Parameter forHer: whether someone else might be let.
        case refused(Text, forHer: Bool)
    }

    /// Performs an action.
    ///
    /// - Throws: what is no refusal.
    func perform(_ action: any NamedAction, _ id: String?, _ input: JSONValue, as actor: Actor, at instant: Instant) throws -> Answer {
        var answer: Answer?
        try shared.savepoint {
            do {
                let context = RunContext(actor: actor, clock: .fixed(instant), randomness: randomness, language: .en)
                let transaction = try ActionTransaction(action.declaration, context, db, live: live, shared: shared)
                try transaction.listen(live.registry, audience: live.audience)
                defer { transaction.sweepFiles() }
                let node = Node(json: input, at: Self.nowhere)
                let outcome = try action.perform(
                    ActionInput(id: action.about == nil ? nil : id, values: node), in: transaction, environment)
                try transaction.checkReactions()
                randomness = transaction.context.randomness
                performed += 1
                answer = .done(outcome)
                return true
            } catch {
                guard let reason = Self.reason(error) else { throw error }
                answer = .refused(reason, forHer: Self.isAboutHer(error))
                return false
            }
        }
        guard let answer else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return answer
    }

    /// Performs what has fallen due at an instant.
    func due(at instant: Instant, time: WorkspaceTime) throws {
        let pass = try DuePass.run(
            find: { try DueFinder(live.deadlines.index, time: time, in: db).find(at: instant) },
            perform: { candidate in
                var done = false
                try shared.savepoint {
                    let context = RunContext(actor: .system, clock: .fixed(instant), randomness: randomness, language: .en)
                    let transaction = try ActionTransaction(DueRun().declaration, context, db, live: live, shared: shared)
                    try transaction.listen(live.registry, audience: live.audience)
                    done = try DueRun().perform(candidate, in: transaction).effect
                    try transaction.checkReactions()
                    randomness = transaction.context.randomness
                    return true
                }
                return done ? .done : .passedOver
            })
        performed += pass.count { $0 == .done }
        for entry in pass.entries {
            switch entry.outcome {
            case .refused(let reason)?, .stopped(_, let reason)?:
                refusedByTime.append(("\(entry.candidate.record.kind).\(entry.candidate.transition)", reason))
            default: break
            }
        }
    }

    /// Whether a refusal is for want of a right; a record that she may not see is not there for her.
    private static func isAboutHer(_ error: any Error) -> Bool {
        if let error = error as? DiagnosticsError { return error.diagnostics.reported.contains { $0.id == "input/no-such-record" } }
        if case ActRefusal.right? = error as? ActRefusal { return true }
        if case ActRefusal.guarded? = error as? ActRefusal { return true }
        return false
    }

    private static func reason(_ error: any Error) -> Text? {
        if let error = error as? DiagnosticsError { return error.diagnostics.reported.first?.message }
        guard let error = error as? any ExplainedError, error.kind != .internalFault, error.kind != .storage else { return nil }
        return error.message
    }
}
