public import GRDB

/// `kernel.configuration.apply`: makes a configuration live, all of it in one transaction, and keeps the files it came from.
public struct ApplyAction: TypedAction {
    public struct Input: Sendable {
        public var wanted: ConfigurationState
        public var tree: FileTree
        /// The plan that was agreed to, if one was saved; anything else that is live or wanted now makes it stale.
        public var agreed: SavedPlan?
        /// Whether it was agreed that work may lose its place.
        public var losesWork: Bool
        /// What `history` shows.
        public var description: String
        /// The apply that this one undoes.
        public var undoes: Int64?

        public init(
            wanted: ConfigurationState, tree: FileTree, agreed: SavedPlan? = nil, losesWork: Bool = false, description: String = "",
            undoes: Int64? = nil
        ) {
            self.wanted = wanted
            self.tree = tree
            self.agreed = agreed
            self.losesWork = losesWork
            self.description = description
            self.undoes = undoes
        }
    }

    public struct Checked: Sendable {
        var input: Input
        var plan: Plan
        /// The apply that carried out the agreed plan, where that is done already.
        var done: Int64?
    }

    /// What came of it.
    public struct Effect: Sendable {
        public var plan: Plan
        /// The number in `history`; nil when neither what is live nor any file has changed.
        public var apply: Int64?
        /// The number of the apply that carried out the same saved plan before; nil where it was not done already.
        public var done: Int64?
    }

    public let declaration: ActionDeclaration

    private static let declaration = ActionDeclaration(
        name: "kernel.configuration.apply", title: Text(nb: "sette i drift", nn: "setje i drift", en: "apply"), roles: ["admin"])

    private let view: SchemaView?
    private let registry: Registry
    private let linked: LinkedModules

    /// - Parameters:
    ///   - view: the schema of a composed variant, which says what may change while a course runs.
    ///   - registry: the code of the enabled modules, whose subscribers are known to the store from here on.
    ///   - upgradesModules: whether modules that are live change, so that tables may have to be made anew.
    ///   - linked: the modules of this host, whose rules judge the participants anew.
    public init(
        view: SchemaView?, registry: Registry = Registry(), upgradesModules: Bool = true,
        linked: LinkedModules = LinkedModules(plugins: []).withoutCode
    ) {
        self.view = view
        self.registry = registry
        self.linked = linked
        var declaration = Self.declaration
        declaration.checksReferencesAtEnd = upgradesModules
        self.declaration = declaration
    }

    public func check(_ input: Input, in db: Database, context: RunContext) throws -> Checked {
        let instant = try context.clock.now()
        let today = try LocalDay.day(of: instant, in: input.wanted)
        let plan = try Planner(db: db, view: view, today: today, instant: instant).plan(input.wanted, files: input.tree.digest)
        if let agreed = input.agreed {
            if let done = try number(of: agreed, plan, in: db) { return Checked(input: input, plan: plan, done: done) }
            try agreed.expect(plan)
        }
        let refused = plan.changes.filter { $0.risk == .refused }
        guard refused.isEmpty else { throw PlanError.refused(refused) }
        let losing = plan.changes.filter { $0.risk == .losesWork }
        guard losing.isEmpty || input.losesWork else { throw PlanError.wouldLoseWork(losing) }
        return Checked(input: input, plan: plan)
    }

    /// The number of the last apply, if it carried out that very plan and all is still as it made it.
    private func number(of agreed: SavedPlan, _ plan: Plan, in db: Database) throws -> Int64? {
        guard plan.isEmpty, plan.base != agreed.base, plan.files == agreed.files,
            let last = try Row.fetchOne(db, sql: "SELECT id, plan FROM kernel_apply ORDER BY id DESC LIMIT 1")
        else { return nil }
        return SavedPlan(try JSONValue(parsing: Array((last["plan"] as String).utf8))) == agreed ? last["id"] : nil
    }

    public func perform(_ checked: Checked, in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        let (input, plan) = (checked.input, checked.plan)
        let db = transaction.db
        if let done = checked.done {
            return ActionOutcome(id: String(done), state: "unchanged", effect: Effect(plan: plan, apply: nil, done: done))
        }
        // Files that only say the same in other words are kept too, so that they are what an undo returns to.
        if try plan.isEmpty && Snapshots(db: db).isLast(input.tree) {
            return ActionOutcome(state: "unchanged", effect: Effect(plan: plan, apply: nil))
        }
        let before = try ContentDigest.of(db, parts: [.configuration])
        let event = try transaction.emit(
            NewEvent(
                input.undoes == nil ? "kernel.configuration.applied" : "kernel.configuration.undone",
                payload: .object([
                    ("base", .string(plan.base)), ("files", .string(plan.files)), ("changes", .integer(plan.changes.count)),
                    ("undoes", input.undoes.map { .integer(Int($0)) } ?? .null),
                ])))
        try ConfigurationStore(db: db).write(input.wanted, changed: Set(plan.changes.map(\.key)), event: event.sequence)
        try rebuild(plan, at: transaction.instant, db)
        try Delivery.register(registry, in: db)
        let after = try ContentDigest.of(db, parts: [.configuration])
        try db.execute(
            sql: """
                INSERT INTO kernel_apply (event, actor, instant, description, digest_before, digest_after, plan, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.sequence, transaction.context.actor.description, transaction.instant.microseconds, input.description, before, after,
                String(decoding: try plan.json.canonical, as: UTF8.self), input.undoes,
            ])
        let apply = db.lastInsertedRowID
        try Snapshots(db: db).keep(input.tree, of: apply)
        return ActionOutcome(id: String(apply), state: "applied", effect: Effect(plan: plan, apply: apply))
    }

    /// Deadlines count from days that may have moved, by a calendar that may have changed; requirements may be others than they were, and
    /// with another module other records may complete an activity.
    private func rebuild(_ plan: Plan, at instant: Instant, _ db: Database) throws {
        let live: LiveConfiguration
        do { live = try LiveConfiguration.load(db, linked: linked) } catch LiveError.nothingApplied { return }
        try DeadlineEngine(live.deadlines, time: live.time, in: db).rebuild()
        if plan.changes.contains(where: { $0.key.kind == .module }) {
            try Completion(live: live, db: db).rebuild(at: instant)
        } else {
            try Assessor(live: live, in: db).assessAll(at: instant)
        }
    }
}
