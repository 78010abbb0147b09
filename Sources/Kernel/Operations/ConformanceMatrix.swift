import GRDB

/// Lets generated persons try every action in every state that it starts from, through the action's own rights, windows and guards.
struct ConformanceMatrix {
    let live: LiveConfiguration
    let store: Store
    let folder: String

    /// Instants that are tried in turn: before what is due, after it, and long after.
    private static let instants = ["2027-06-01T08:00:00Z", "2027-06-20T08:00:00Z", "2028-09-01T08:00:00Z"]

    private var environment: ActionEnvironment {
        ActionEnvironment(live: live, files: FileStore(store: folder + "/trial.sqlite")) { path, _ in
            Array((path.hasSuffix(".pdf") ? "%PDF-1.4\n" : "text\n").utf8)
        }
    }

    /// Every act on records of the type.
    func acts(_ type: RecordType) throws -> [ConformanceAct] {
        let actions = ActionCatalog(live).actions(on: type)
        var acts = try creations(type, actions.filter { $0.about == nil })
        let rest = actions.filter { $0.about != nil }
        guard let workflow = type.workflow else { return acts + (try Self.run(self, type, [], rest, state: "-")) }
        let paths = ConformanceTrial.paths(workflow)
        for state in workflow.states {
            guard let path = paths[state.name] else { continue }
            let open = state.name == workflow.initial || type.openStates.contains(state.name)
            let possible = rest.filter { action in
                guard let transition = workflow.transitions.first(where: { "\(type.id).\($0.name)" == action.name }) else { return open }
                return transition.from.contains(state.name)
            }
            acts += try Self.run(self, type, path, possible, state: state.name)
        }
        return acts
    }

    /// Making a record, while what it belongs to or points at is in each of its states.
    private func creations(_ type: RecordType, _ actions: [any NamedAction]) throws -> [ConformanceAct] {
        let targets = Set(
            actions.flatMap(\.fields).compactMap { field -> String? in
                guard case .reference(let reference) = field.type, reference.by == nil else { return nil }
                return live.record(reference.target)?.workflow == nil ? nil : reference.target
            })
        guard !targets.isEmpty else { return try Self.run(self, type, [], actions, state: "-") }
        var acts: [ConformanceAct] = []
        for target in targets.sorted().compactMap(live.record) {
            guard let workflow = target.workflow else { continue }
            let paths = ConformanceTrial.paths(workflow)
            for state in workflow.states {
                guard let path = paths[state.name] else { continue }
                acts += try Self.run(self, type, [], actions, state: "\(target.name).\(state.name)", raised: (target.id, path))
            }
        }
        return acts
    }

    private static func run(
        _ matrix: ConformanceMatrix, _ type: RecordType, _ path: [Transition], _ actions: [any NamedAction], state: String,
        raised: (record: String, path: [Transition])? = nil
    ) throws -> [ConformanceAct] {
        guard !actions.isEmpty else { return [] }
        return try matrix.store.rehearse { db in try matrix.tried(type, path, actions, state, raised, in: db) }
    }

    private func tried(
        _ type: RecordType, _ path: [Transition], _ actions: [any NamedAction], _ state: String,
        _ raised: (record: String, path: [Transition])?, in db: Database
    ) throws -> [ConformanceAct] {
        let declaration = ActionDeclaration(name: "kernel.module.try", title: Text(verbatim: type.id), roles: [])
        let author = RunContext(
            actor: .person(ConformanceStage.author), clock: .fixed(try Instant(Self.instants[0])), randomness: .seed(1), language: .en)
        let transaction = try ActionTransaction(declaration, author, db, live: live)
        var walker = ConformanceWalk(live: live)
        walker.raised = raised
        try walker.stage(db, transaction)
        let people = try ConformanceStage.people(live.roles.map(\.id), in: db)
        var number: Int64?
        if actions.contains(where: { $0.about != nil }) {
            let made = try walker.make(type, in: transaction)
            for transition in path { try walker.take(type, made, transition, in: transaction) }
            // Time may have taken the record further; then this state is not one that people find it in.
            guard try transaction.records.load(type, made)?.state == (type.workflow == nil ? nil : state) else { return [] }
            number = made
        }
        var acts: [ConformanceAct] = []
        for action in actions {
            let input = try walker.input(action, type, transaction)
            for person in people {
                let context = RunContext(actor: .person(person.key), clock: author.clock, randomness: .seed(2), language: .en)
                acts.append(try attempt(action, number.map(String.init), input, person.name, state, context, db))
            }
        }
        return acts
    }

    /// The first instant at which it is performed, or how it is refused at the first.
    private func attempt(
        _ action: any NamedAction, _ id: String?, _ input: JSONValue, _ person: String, _ state: String, _ context: RunContext,
        _ db: Database
    ) throws -> ConformanceAct {
        var first: ConformanceAct?
        for instant in Self.instants {
            var context = context
            context.clock = .fixed(try Instant(instant))
            var act = ConformanceAct(action: action.name, state: state, person: person, result: .performed, reason: Text(verbatim: ""))
            try db.inSavepoint {
                do {
                    let transaction = try ActionTransaction(action.declaration, context, db, live: live)
                    try transaction.listen(live.registry, audience: live.audience)
                    defer { transaction.sweepFiles() }
                    let node = try StoredNode.read(String(decoding: try input.canonical, as: UTF8.self), name: "input")
                    _ = try action.perform(ActionInput(id: action.about == nil ? nil : id, values: node), in: transaction, environment)
                    try transaction.checkReactions()
                } catch { (act.result, act.reason) = Self.judged(error) }
                return .rollback
            }
            if act.result == .performed { return act }
            first = first ?? act
            guard act.result == .window else { break }
        }
        return first ?? ConformanceAct(action: action.name, state: state, person: person, result: .other, reason: Text(verbatim: ""))
    }

    private static func judged(_ error: any Error) -> (ConformanceAct.Result, Text) {
        switch error {
        case let error as WindowRefusal: return (.window, error.message)
        case let error as GuardFailure: return (.rule, error.message)
        case let error as ActRefusal:
            switch error {
            case .right: return (.right, error.message)
            case .guarded: return (.rule, error.message)
            default: return (.other, error.message)
            }
        case let error as DiagnosticsError:
            let all = error.diagnostics.sorted(in: SourceMap())
            let unseen = !all.isEmpty && all.allSatisfy { $0.id == "input/no-such-record" }
            return (unseen ? .right : .other, all.first?.message ?? Text(verbatim: "\(error)"))
        case let error as any ExplainedError: return (.other, error.message)
        default: return (.other, Text(verbatim: "\(error)"))
        }
    }
}
