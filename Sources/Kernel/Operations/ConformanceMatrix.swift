import GRDB

/// Lets generated persons try every action in every state, through the action's own rights, windows and guards.
struct ConformanceMatrix {
    let live: LiveConfiguration
    let store: Store
    let folder: String

    var run: ConformanceRun { ConformanceRun(live: live, store: store, folder: folder) }

    /// Every act on records of the type.
    func acts(_ type: RecordType) throws -> [ConformanceAct] {
        let actions = ActionCatalog(live).actions(on: type)
        var acts = try creations(type, actions.filter { $0.about == nil })
        let rest = actions.filter { $0.about != nil }
        guard let workflow = type.workflow else { return acts + (try tried(type, [], rest, state: "-")) }
        let paths = ConformanceTrial.paths(workflow)
        var outside: [ConformanceAct] = []
        for state in workflow.states {
            guard let path = paths[state.name] else { continue }
            let open = state.name == workflow.initial || type.openStates.contains(state.name)
            let possible = rest.filter { action in
                guard let transition = workflow.transitions.first(where: { "\(type.id).\($0.name)" == action.name }) else { return open }
                return transition.from.contains(state.name)
            }
            acts += try tried(type, path, possible, state: state.name)
            let others = rest.filter { action in !possible.contains { $0.name == action.name } }
            outside += try refused(type, path, others, state: state.name)
        }
        return acts + Self.together(outside)
    }

    /// Actions tried on a record in a state that they do not start from; that is refused to everyone.
    private func refused(
        _ type: RecordType, _ path: [Transition], _ actions: [any NamedAction], state: String
    ) throws -> [ConformanceAct] {
        guard !actions.isEmpty else { return [] }
        return try run.staged(type.id) { people, walker, transaction in
            let number = try walker.make(type, in: transaction)
            for transition in path { try walker.take(type, number, transition, in: transaction) }
            guard try transaction.records.load(type, number)?.state == state else { return [] }
            let id = try walker.id(of: number, type, in: transaction.db)
            return try actions.flatMap { action in
                let input = try walker.input(action, type, transaction)
                return try people.map { try attempt(action, id, input, $0, state, transaction.db) }
            }
        }
    }

    /// One act for each action and person: the worst that came of it in any of the states.
    private static func together(_ acts: [ConformanceAct]) -> [ConformanceAct] {
        let order: [ConformanceAct.Result] = [.performed, .other, .rule, .window, .state, .right]
        var worst: [[String]: ConformanceAct] = [:]
        var keys: [[String]] = []
        for var act in acts {
            let key = [act.action, act.person]
            if worst[key] == nil { keys.append(key) }
            // One that was performed says where.
            if act.result != .performed { act.state = ConformanceAct.elsewhere }
            let rank = order.firstIndex(of: act.result) ?? order.count
            if let known = worst[key].flatMap({ order.firstIndex(of: $0.result) }), known <= rank { continue }
            worst[key] = act
        }
        return keys.compactMap { worst[$0] }
    }

    /// Making a record, while what it belongs to or points at is in each of its states.
    private func creations(_ type: RecordType, _ actions: [any NamedAction]) throws -> [ConformanceAct] {
        let targets = Set(
            actions.flatMap(\.fields).compactMap { field -> String? in
                guard case .reference(let reference) = field.type, reference.by == nil else { return nil }
                return live.record(reference.target)?.workflow == nil ? nil : reference.target
            })
        guard !targets.isEmpty else { return try tried(type, [], actions, state: "-") }
        var acts: [ConformanceAct] = []
        for target in targets.sorted().compactMap(live.record) {
            guard let workflow = target.workflow else { continue }
            let paths = ConformanceTrial.paths(workflow)
            for state in workflow.states {
                guard let path = paths[state.name] else { continue }
                acts += try tried(type, [], actions, state: "\(target.name).\(state.name)", raised: (target.id, path))
            }
        }
        return acts
    }

    private func tried(
        _ type: RecordType, _ path: [Transition], _ actions: [any NamedAction], state: String,
        raised: (record: String, path: [Transition])? = nil
    ) throws -> [ConformanceAct] {
        guard !actions.isEmpty else { return [] }
        return try run.staged(type.id) { people, walker, transaction in
            var walker = walker
            walker.raised = raised ?? (type.shares?.asks == state ? (type.id, path) : nil)
            var number: Int64?
            if actions.contains(where: { $0.about != nil }) {
                let made = try walker.make(type, in: transaction)
                for transition in path { try walker.take(type, made, transition, in: transaction) }
                // Time may have taken the record further; then this state is not one that people find it in.
                guard try transaction.records.load(type, made)?.state == (type.workflow == nil ? nil : state) else { return [] }
                number = made
            }
            let id = try number.map { try walker.id(of: $0, type, in: transaction.db) }
            var acts: [ConformanceAct] = []
            for action in actions {
                let input = try walker.input(action, type, transaction)
                var tried = try people.map { try attempt(action, id, input, $0, state, transaction.db) }
                if let number, tried.contains(where: { $0.result == .rule }), !tried.contains(where: { $0.result == .performed }) {
                    // A rule in code may ask for what hangs below the record or beside it.
                    try walker.surround(type, number, in: transaction)
                    tried = try people.map { try attempt(action, id, input, $0, state, transaction.db) }
                }
                acts += tried
            }
            return acts
        }
    }

    /// An action in code: on a record in each of its states where it is about one, and with each of the values that its schema suggests.
    ///
    /// - Parameter told: called where it was performed, with the names of the events that it left and a digest of what the store then means.
    func acts(coded action: any NamedAction, told: @escaping (Set<String>, String) -> Void) throws -> [ConformanceAct] {
        let type = action.about
        let states = type?.workflow?.states.map(\.name) ?? ["-"]
        let paths = type?.workflow.map(ConformanceTrial.paths) ?? ["-": []]
        var acts: [ConformanceAct] = []
        for state in states {
            guard let path = paths[state] else { continue }
            acts += try run.staged(action.name) { people, walker, transaction in
                var id: String?
                if let type {
                    let made = try walker.make(type, in: transaction)
                    for transition in path { try walker.take(type, made, transition, in: transaction) }
                    id = try walker.id(of: made, type, in: transaction.db)
                }
                let inputs = ConformanceValue(action.schema).values
                return try people.map { person in
                    var act = ConformanceAct(
                        action: action.name, state: state, person: person.name, result: .other, reason: Text(verbatim: "-"))
                    for input in inputs.isEmpty ? [.object([])] : inputs {
                        act = try attempt(action, id, input, person, state, transaction.db, told: told)
                        if act.result == .performed || act.result == .right { break }
                    }
                    return act
                }
            }
        }
        return acts
    }

    /// The first instant at which it is performed, or how it is refused at the first.
    func attempt(
        _ action: any NamedAction, _ id: String?, _ input: JSONValue, _ person: (name: String, key: Int64), _ state: String, _ db: Database,
        token: String? = nil, told: ((Set<String>, String) -> Void)? = nil
    ) throws -> ConformanceAct {
        var first: ConformanceAct?
        for instant in ConformanceRun.instants {
            var act = ConformanceAct(action: action.name, state: state, person: person.name, result: .performed, reason: Text(verbatim: ""))
            let last = try told == nil ? nil : EventLog.head(db).sequence
            do {
                try run.perform(action, id, input, as: person.key, at: instant, token: token, in: db) { _ in
                    guard let told, let last else { return }
                    told(
                        Set(try String.fetchAll(db, sql: "SELECT name FROM kernel_event WHERE sequence > ?", arguments: [last])),
                        try ContentDigest.of(db))
                }
            } catch {
                (act.result, act.reason) = Self.judged(error)
            }
            if act.result == .performed { return act }
            first = first ?? act
            guard act.result == .window else { break }
        }
        return first ?? ConformanceAct(action: action.name, state: state, person: person.name, result: .other, reason: Text(verbatim: ""))
    }

    private static func judged(_ error: any Error) -> (ConformanceAct.Result, Text) {
        switch error {
        case let error as WindowRefusal: return (.window, error.message)
        case let error as GuardFailure: return (.rule, error.message)
        case let error as ReactionRefusal: return (.rule, error.message)
        case let error as ActRefusal:
            switch error {
            case .right: return (.right, error.message)
            case .guarded: return (.rule, error.message)
            case .state, .closed, .undeletable: return (.state, error.message)
            default: return (.other, error.message)
            }
        case let error as DiagnosticsError:
            let all = error.diagnostics.reported
            let unseen = !all.isEmpty && all.allSatisfy { $0.id == "input/no-such-record" }
            return (unseen ? .right : .other, all.first?.message ?? Text(verbatim: "\(error)"))
        case let error as any ExplainedError: return (.other, error.message)
        default: return (.other, Text(verbatim: "\(error)"))
        }
    }
}
