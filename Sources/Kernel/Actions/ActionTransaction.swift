public import GRDB

/// What a handler works with while it performs: the open transaction, the run, and the way to the event log.
public final class ActionTransaction {
    /// The open write transaction.
    public let db: Database
    /// The instant of the action, the same for all that it writes.
    public let instant: Instant
    /// The run that the action belongs to; drawing random numbers changes it.
    public var context: RunContext
    /// What is live; nil for actions of the kernel that need none of it.
    public let live: LiveConfiguration?
    /// Whether a refusal may tell of a record that the actor does not see, since whoever asks about her does.
    var tellsUnseen = false
    private let declaration: ActionDeclaration
    /// Digests of files that came with the input and were not there before; swept away if the action is taken back.
    private var newFiles: (store: FileStore, digests: [String])?
    private var writers: [String: RecordWriter] = [:]
    private var knownStanding: Standing?
    private lazy var engine = shared?.engine ?? live.map { DeadlineEngine($0.deadlines, time: $0.time, in: db) }
    private lazy var resolver = shared?.resolver ?? live.map { MomentResolver($0.deadlines.index, time: $0.time, in: db) }
    private lazy var places = shared?.places ?? live.map { RecordPlaceFinder($0.deadlines.index, in: db) }
    /// Judges enrolments, with what it has read of their courses.
    private(set) lazy var assessor = shared?.assessor ?? live.map { Assessor(live: $0, in: db) }
    /// What it has in common with the acts before and after it in one transaction of the store.
    private let shared: SharedActs?
    private var actor: Actor
    private var reactions: ReactionRunner?
    private var writeGuard: WriteGuard?
    /// For code of modules where none reacts.
    private lazy var ownGuard = Result { try WriteGuard(db) }
    /// The module whose code runs; nil while the kernel's own does.
    private var module: String?
    private lazy var appender = Result { try shared?.appender ?? EventAppender(db) }
    private(set) var events: [Int64] = []

    init(
        _ declaration: ActionDeclaration, _ context: RunContext, _ db: Database, live: LiveConfiguration? = nil, shared: SharedActs? = nil
    ) throws {
        self.shared = shared
        self.declaration = declaration
        self.live = live
        self.context = context
        self.db = db
        actor = context.actor
        instant = try context.clock.now()
    }

    /// Lets modules react to what is emitted from here on.
    func react(with runner: ReactionRunner) {
        reactions = runner
        writeGuard = runner.writeGuard
    }

    /// Lets the modules of a registry react, if any of them listens.
    func listen(_ registry: Registry, audience: @autoclosure () -> EventAudience) throws {
        guard !registry[Reactions.self].isEmpty else { return }
        react(with: ReactionRunner(registry, audience: audience(), writeGuard: try shared?.writeGuard ?? WriteGuard(db)))
    }

    /// Runs code of a module, which may write rows of its own tables alone.
    ///
    /// - Parameters:
    ///   - seconds: how long its statements may keep the store; nil for as long as the guard says.
    ///   - readsOnly: whether it may not even write those.
    func run<T>(as module: String, seconds: Double? = nil, readsOnly: Bool = false, _ body: () throws -> T) throws -> T {
        let writeGuard = try self.writeGuard ?? ownGuard.get()
        let outer = (self.writeGuard, self.module)
        let limit = writeGuard.seconds
        writeGuard.seconds = seconds ?? limit
        (self.writeGuard, self.module) = (writeGuard, module)
        defer {
            (self.writeGuard, self.module) = outer
            writeGuard.seconds = limit
        }
        return try writeGuard.run(as: module, in: db, readsOnly: readsOnly, body)
    }

    /// Does the kernel's own work for a module whose code runs.
    ///
    /// - Parameter owner: the module whose records it is about; code of another is stopped.
    func asKernel<T>(for owner: String, _ body: () throws -> T) throws -> T {
        if let module, module != owner { throw WriteGuardViolation(module: module, .table("\(owner).*")) }
        let outer = module
        module = nil
        defer { module = outer }
        guard let writeGuard else { return try body() }
        return try writeGuard.asKernel(body)
    }

    /// Does something in the name of another actor: of the system, or of no one who is known.
    func acting<T>(as other: Actor, _ body: () throws -> T) rethrows -> T {
        let outer = (actor, context.actor)
        (actor, context.actor) = (other, other)
        defer { (actor, context.actor) = outer }
        return try body()
    }

    /// Writes a fact to the event log.
    ///
    /// Modules react before this returns.
    ///
    /// - Returns: its header, with its place in the log.
    /// - Throws: what a reaction refuses the action with; the action is then refused, whatever the caller does.
    @discardableResult
    public func emit(_ event: NewEvent) throws -> EventHeader {
        try reactions?.emit(event, in: self) ?? write(event)
    }

    /// Writes a fact to the event log without anyone reacting.
    func write(_ event: NewEvent) throws -> EventHeader {
        let header = try appender.get().append(event, action: declaration.name, actor: actor, at: instant, randomness: &context.randomness)
        events.append(header.sequence)
        return header
    }

    /// Lets the kernel perform one of its own actions for the module whose code runs, which has decided who may ask for it.
    ///
    /// ```swift
    /// try transaction.perform("kernel.enrolment.create", ["offering": .string("vest-h27"), "person": .string("p1")])
    /// ```
    /// - Parameters:
    ///   - action: the full name, which the module's manifest names under `performs`.
    ///   - values: its fields, as people give them.
    /// - Throws: `WriteGuardViolation` where the manifest does not name it, or what the action refuses with.
    @discardableResult
    public func perform(_ action: String, _ values: [String: JSONValue]) throws -> ActionOutcome<JSONValue> {
        let live = try requireLive()
        let module = self.module ?? reactions?.module ?? ""
        guard live.module(module)?.declarations.performs.contains(action) == true,
            let known = ActionCatalog(live).find(action) as? any KernelAction
        else { throw WriteGuardViolation(module: module, .table(action)) }
        let node = try StoredNode.read(JSONValue.object(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).compact, name: action)
        let kernel = {
            let outer = self.module
            self.module = nil
            defer { self.module = outer }
            try InputReader.check(node, of: action, live: live, known.schema)
            return try known.run(KernelInput(node: node, id: nil, live: live, standing: nil, db: self.db), in: self)
        }
        let guarded = { try self.writeGuard.map { try $0.asKernel(kernel) } ?? kernel() }
        return try reactions?.asKernel(action, guarded) ?? guarded()
    }

    /// A writer of many new records of the module whose code runs, of a kind that the manifest says is `written-by: importer`.
    ///
    /// They leave no events: the action that writes them tells what it did.
    /// - Parameter fields: what is set, by position; a field that is not named stays empty.
    public func bulkWriter(_ type: RecordType, _ fields: [String]) throws -> BulkRecordWriter {
        guard type.isBulk else { throw WriteGuardViolation(module: module ?? "", .table(type.id)) }
        return try asKernel(for: type.module) {
            try BulkRecordWriter(type, fields, author: context.actor.description, instant: instant, in: db) { body in
                try self.asKernel(for: type.module, body)
            }
        }
    }

    /// A writer of changes to such records.
    public func bulkUpdater(_ type: RecordType, _ fields: [String]) throws -> BulkRecordUpdater {
        guard type.isBulk else { throw WriteGuardViolation(module: module ?? "", .table(type.id)) }
        return try BulkRecordUpdater(type, fields, instant: instant, in: db) { body in try self.asKernel(for: type.module, body) }
    }

    /// Judges the participants of an offering anew, after something that the rules of the module whose code runs may read has changed.
    public func reassess(offering: String) throws {
        let work = {
            for enrolment in try Int64.fetchAll(
                self.db, sql: "SELECT id FROM kernel_enrolment WHERE offering = ? AND role = 'participant' ORDER BY id",
                arguments: [offering])
            {
                try self.assessor?.assess(enrolment, at: self.instant)
            }
        }
        if let writeGuard { try writeGuard.asKernel(work) } else { try work() }
    }

    /// How often a module has reacted: while it stays the same, only the kernel has written.
    var reactionCount: Int { reactions?.count ?? 0 }

    /// Throws if a reaction has refused the action; called before it is committed.
    func checkReactions() throws {
        if let refusal = reactions?.refusal { throw refusal }
    }

    /// What is kept in memory of what was written, to go back to after a savepoint is rolled back.
    struct Mark {
        fileprivate var events: Int
        fileprivate var head: EventAnchor
        fileprivate var context: RunContext
    }

    func mark() throws -> Mark { Mark(events: events.count, head: try appender.get().head, context: context) }

    func rewind(to mark: Mark) {
        events.removeLast(events.count - mark.events)
        context = mark.context
        if case .success(let appender) = appender { appender.rewind(to: mark.head) }
    }

    /// Remembers files that came with the input.
    func brought(_ digests: [String], in files: FileStore) { newFiles = (files, (newFiles?.digests ?? []) + digests) }

    /// Removes the files that came with the input, when the action is taken back.
    func sweepFiles() {
        guard let newFiles else { return }
        newFiles.store.sweep(newFiles.digests)
        self.newFiles = nil
    }

    /// What is live, for actions that cannot do without.
    func requireLive() throws -> LiveConfiguration {
        guard let live else { throw LiveError.nothingApplied }
        return live
    }

    /// Brings the deadlines of a record and of those that count from it up to date.
    func refreshDeadlines(_ kind: String, _ number: Int64) throws {
        if live?.deadlines.concerns(kind) == true { try engine?.refresh(kind, number) }
    }

    /// When a moment of a record is; nil where it has not come about.
    func instant(of moment: Moment, _ content: RecordContent) throws -> Instant? {
        guard let resolver, let place = try places?.find(content.type.id, content.number) else { return nil }
        return try resolver.instant(of: moment, record: place)
    }

    /// Whether time lets a transition be done now.
    ///
    /// - Throws: `WindowRefusal`.
    func window(_ transition: Transition, _ content: RecordContent) throws -> WindowCheck.Outcome {
        guard transition.after != nil || transition.before != nil, let resolver,
            let place = try places?.find(content.type.id, content.number)
        else { return .open }
        do {
            return try WindowCheck(resolver).check(transition, of: place, at: instant)
        } catch var refusal as WindowRefusal {
            let reader = RecordReader(try requireLive(), standing: try standing(), in: db)
            refusal.tellsWhen = try MomentSight(reader).tells(refusal.moment, of: content.type, content.number)
            throw refusal
        }
    }

    /// Judges a new enrolment against the requirements of its variant.
    func assess(_ enrolment: Int64) throws {
        if let live { try Completion(live: live, db: db, assessor: assessor).enter(enrolment) }
        try assessor?.assess(enrolment, at: instant)
    }

    /// The writer of records of one type, made once.
    func writer(_ type: RecordType) -> RecordWriter {
        if let shared { return shared.writer(type) }
        if let known = writers[type.id] { return known }
        let writer = RecordWriter(type, in: db)
        writers[type.id] = writer
        return writer
    }

    /// What the actor is here, read once.
    func standing() throws -> Standing {
        if let knownStanding { return knownStanding }
        let asked = live.map { AskedAt(instant, in: $0.timeZone) }
        let standing =
            try shared?.standing(of: context.actor, at: instant) ?? Standing(context.actor, at: asked, in: db, memory: live?.memory)
        knownStanding = standing
        return standing
    }

    /// Forgets what the actor is, after an action that may have changed it.
    ///
    /// - Parameter person: whose roles alone have changed; nil where it may be anyone's.
    func forgetStanding(of person: Int64? = nil) {
        if person == nil || knownStanding?.person == person || knownStanding?.actor != context.actor { knownStanding = nil }
        shared?.forgetStandings(of: person.map(Actor.person))
    }
}
