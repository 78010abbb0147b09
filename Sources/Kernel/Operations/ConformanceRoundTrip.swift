import GRDB

/// Lets records of a type be made, read, changed and deleted through their own actions, with values that are drawn, and with values that
/// no one should be able to do harm with.
struct ConformanceRoundTrip {
    let run: ConformanceRun
    var faults: [Diagnostic] = []
    /// Actions that could not be tried.
    var unchecked: Set<String> = []

    private static let rounds = 6

    init(_ run: ConformanceRun) { self.run = run }

    /// An action that someone could perform, with what was handed in.
    private struct Way {
        var action: any NamedAction
        var person: Int64
        var instant: String
        var input: JSONValue
    }

    mutating func check(_ type: RecordType) throws {
        let actions = ActionCatalog(run.live).actions(on: type)
        guard let create = actions.first(where: { $0.about == nil }) else {
            unchecked.formUnion(actions.map(\.name))
            return
        }
        var (faults, unchecked) = (faults, unchecked)
        try run.staged(type.id) { people, walker, transaction in
            guard let making = try way(create, nil, type, people, walker, transaction) else {
                unchecked.insert(create.name)
                return
            }
            var inputs = ConformanceInputs(randomness: .seed(7))
            var accepted = 0
            for round in 0...Self.rounds {
                let input = round == 0 ? making.input : drawn(create, over: making.input, &inputs)
                do {
                    try run.perform(create, nil, input, as: making.person, at: making.instant, in: transaction.db) { outcome in
                        accepted += round == 0 ? 0 : 1
                        guard let number = outcome.id.flatMap({ Int64($0) }) else { return }
                        faults += try lived(type, number, input, actions, making, people, &inputs, transaction.db)
                    }
                } catch { if let fault = Self.judged(create.name, error, type) { faults.append(fault) } }
            }
            if accepted == 0 { unchecked.insert(create.name) }
            faults += try hostile(making, nil, type, transaction.db)
        }
        // What changes a record is tried on one that is made for it.
        for action in actions where action.about != nil && !action.fields.isEmpty {
            try run.staged(type.id) { people, walker, transaction in
                guard let (way, number) = try changing(action, type, people, walker, transaction) else {
                    unchecked.insert(action.name)
                    return
                }
                faults += try hostile(way, number, type, transaction.db)
            }
        }
        var seen: Set<String> = []
        self.faults = faults.filter { seen.insert($0.message(.en)).inserted }
        self.unchecked = unchecked
    }

    /// Someone who can perform the action, in one of the states that what it points at can be in.
    private func way(
        _ action: any NamedAction, _ number: Int64?, _ type: RecordType, _ people: [(name: String, key: Int64)], _ walker: ConformanceWalk,
        _ transaction: ActionTransaction
    ) throws -> Way? {
        for raised in [nil] + raises(action) {
            var walker = walker
            walker.raised = raised
            let found = try keeping(transaction) { () -> Way? in
                let input = try walker.input(action, type, transaction)
                for person in people {
                    for instant in ConformanceRun.instants {
                        do {
                            let id = try number.map { try walker.id(of: $0, type, in: transaction.db) }
                            try run.perform(action, id, input, as: person.key, at: instant, in: transaction.db) { _ in }
                            return Way(action: action, person: person.key, instant: instant, input: input)
                        } catch { continue }
                    }
                }
                return nil
            }
            if let found { return found }
        }
        return nil
    }

    /// Keeps what `body` writes where it comes to something, and takes it back where it does not.
    private func keeping<T>(_ transaction: ActionTransaction, _ body: () throws -> T?) throws -> T? {
        let mark = try transaction.mark()
        var result: T?
        try transaction.db.inSavepoint {
            result = try body()
            return result == nil ? .rollback : .commit
        }
        if result == nil { transaction.rewind(to: mark) }
        return result
    }

    /// The states that records which the action points at can be brought to.
    private func raises(_ action: any NamedAction) -> [(record: String, path: [Transition])?] {
        action.fields.flatMap { field -> [(record: String, path: [Transition])?] in
            guard case .reference(let reference) = field.type, reference.by == nil, let target = run.live.record(reference.target),
                let workflow = target.workflow
            else { return [] }
            let paths = ConformanceTrial.paths(workflow)
            return workflow.states.compactMap { state in paths[state.name].flatMap { $0.isEmpty ? nil : (target.id, $0) } }
        }
    }

    /// A record in the first state from which someone can perform the action.
    private func changing(
        _ action: any NamedAction, _ type: RecordType, _ people: [(name: String, key: Int64)], _ walker: ConformanceWalk,
        _ transaction: ActionTransaction
    ) throws -> (Way, Int64)? {
        let transition = type.workflow?.transitions.first { "\(type.id).\($0.name)" == action.name }
        let paths = type.workflow.map(ConformanceTrial.paths) ?? [:]
        let states = transition?.from ?? type.workflow.map { [$0.initial] + type.openStates } ?? []
        for path in states.isEmpty ? [[]] : states.compactMap({ paths[$0] }) {
            let found = try keeping(transaction) { () -> (Way, Int64)? in
                let number = try walker.make(type, in: transaction)
                for step in path { try walker.take(type, number, step, in: transaction) }
                return try way(action, number, type, people, walker, transaction).map { ($0, number) }
            }
            if let found { return found }
        }
        return nil
    }

    /// Valid values, drawn, in place of those that were made the simplest way; what may be left out is there half the time.
    private func drawn(_ action: any NamedAction, over base: JSONValue, _ inputs: inout ConformanceInputs) -> JSONValue {
        var pairs = base.object ?? []
        for field in action.fields {
            let at = pairs.firstIndex { $0.key == field.name }
            guard at != nil || inputs.chance(), let value = inputs.valid(field.type) else { continue }
            if let at { pairs[at].value = value } else { pairs.append((field.name, value)) }
        }
        return .object(pairs)
    }

    // MARK: What comes back

    /// What is made is read the same, by everyone who may; a change changes what it names and nothing else; what is deleted is gone.
    private func lived(
        _ type: RecordType, _ number: Int64, _ input: JSONValue, _ actions: [any NamedAction], _ making: Way,
        _ people: [(name: String, key: Int64)], _ inputs: inout ConformanceInputs, _ db: Database
    ) throws -> [Diagnostic] {
        let reading = ConformanceReading(live: run.live, db: db)
        guard let made = try reading.read(type, number) else { return [.notTheSame(type.id, "-", at: type.span)] }
        var faults = reading.differing(input, in: made).map { Diagnostic.notTheSame(type.id, $0, at: type.field($0)?.span ?? type.span) }
        if let own = try RecordReader(run.live, as: .person(making.person), at: Instant(making.instant), in: db).find(type, number) {
            for pair in own.values where made[pair.name]?.compact != pair.value.compact {
                faults.append(.notTheSame(type.id, pair.name, at: type.field(pair.name)?.span ?? type.span))
            }
        }
        let id = try ConformanceWalk(live: run.live).id(of: number, type, in: db)
        for action in actions where action.name == "\(type.id).update" {
            let given = drawn(action, over: .object([]), &inputs)
            for person in people {
                do {
                    try run.perform(action, id, given, as: person.key, at: making.instant, in: db) { _ in
                        guard let after = try reading.read(type, number) else { return }
                        let names = Set((given.object ?? []).map(\.key))
                        // What the module's own code decides may follow from the change, where that code hears of it.
                        let hears = run.live.registry.hearers(of: "\(type.id).updated").contains { $0.module == type.module }
                        let decided = Set(type.fields.filter { hears && $0.isDecided }.map(\.name))
                        let changed = reading.changed(made, after).subtracting(names).subtracting(decided)
                        let wrong = Set(reading.differing(given, in: after)).union(changed)
                        for name in wrong.sorted() {
                            faults.append(.notTheSame(action.name, name, at: type.field(name)?.span ?? type.span))
                        }
                        // What time makes happen comes with the first action on a record, so a change may be more than one step.
                        if !names.isEmpty, after.version <= made.version {
                            faults.append(.notTheSame(action.name, "version", at: type.span))
                        }
                    }
                    break
                } catch { if let fault = Self.judged(action.name, error, type) { faults.append(fault) } }
            }
        }
        for action in actions where action.name == "\(type.id).delete" {
            for person in people {
                do {
                    try run.perform(action, id, .object([]), as: person.key, at: making.instant, in: db) { _ in
                        if try reading.read(type, number) != nil { faults.append(.notTheSame(action.name, "-", at: type.span)) }
                    }
                    break
                } catch { if let fault = Self.judged(action.name, error, type) { faults.append(fault) } }
            }
        }
        return faults
    }

    /// Each value is refused with the place of it, or by a rule that says so, or comes back as it was given.
    private func hostile(_ way: Way, _ number: Int64?, _ type: RecordType, _ db: Database) throws -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let reading = ConformanceReading(live: run.live, db: db)
        var inputs: [(field: Field?, input: JSONValue)] = [
            (nil, .object((way.input.object ?? []) + [("no-such-field", .string("x"))])), (nil, .array([])), (nil, .string("x")),
        ]
        for field in way.action.fields {
            for value in ConformanceInputs.hostile(field.type) {
                inputs.append((field, .object((way.input.object ?? []).filter { $0.key != field.name } + [(field.name, value)])))
            }
        }
        for (field, input) in inputs {
            do {
                let id = try number.map { try ConformanceWalk(live: run.live).id(of: $0, type, in: db) }
                try run.perform(way.action, id, input, as: way.person, at: way.instant, in: db) { outcome in
                    guard let field else { return faults.append(.acceptedStranger(way.action.name, at: type.span)) }
                    guard type.field(field.name) != nil, let kept = number ?? outcome.id.flatMap({ Int64($0) }),
                        let record = try reading.read(type, kept)
                    else { return }
                    if !reading.differing(input, in: record).filter({ $0 == field.name }).isEmpty {
                        faults.append(.notTheSame(way.action.name, field.name, at: field.span))
                    }
                }
            } catch { if let fault = Self.judged(way.action.name, error, type) { faults.append(fault) } }
        }
        return faults
    }

    /// A fault where a refusal is no answer: one without a place, or one that is the program's own.
    private static func judged(_ action: String, _ error: any Error, _ type: RecordType) -> Diagnostic? {
        if let error = error as? DiagnosticsError {
            guard let first = error.diagnostics.reported.first(where: { $0.span == nil }) else { return nil }
            // Of a record that a person may not see there is nothing to point at.
            return first.id == "input/no-such-record" ? nil : .noPlace(action, first.message, at: type.span)
        }
        // Code of the module that failed, as against code that refused.
        if error is ReactionFault || error is GuardFailure {
            return .brokeDown(action, (error as? any ExplainedError)?.message(.en) ?? "", at: type.span)
        }
        if let error = error as? any ExplainedError, error.kind != .internalFault, error.kind != .storage { return nil }
        return .brokeDown(action, "\(error)", at: type.span)
    }
}
