import GRDB

extension ConformanceMatrix {
    /// Anonymous answers: who may collect a token in each state of what the answers hang under, and what a token is good for.
    ///
    /// Each gets one of her own and no second. Whoever holds one may answer once; without one, with a used one or with one for another
    /// record nobody can.
    func acts(anonymous type: RecordType) throws -> (acts: [ConformanceAct], faults: [Diagnostic]) {
        let collect = CollectToken(live: live)
        let create = CreateRecord(type, live: live)
        let parent = type.parent.flatMap(live.record)
        let states = parent?.workflow?.states.map(\.name) ?? ["-"]
        let paths = parent?.workflow.map(ConformanceTrial.paths) ?? ["-": []]
        var (acts, faults): ([ConformanceAct], [Diagnostic]) = ([], [])
        for state in states {
            guard let path = paths[state] else { continue }
            try run.staged(type.id) { people, walker, transaction in
                let db = transaction.db
                var walker = walker
                if let parent { walker.raised = (parent.id, path) }
                let input = try walker.input(create, type, transaction)
                var wanted: [(key: String, value: JSONValue)] = [("record", .string(type.id))]
                if let name = type.parentField, let id = input[name] { wanted.append(("parent", id)) }
                let collected = try people.map { try attempt(collect, nil, .object(wanted), $0, place(parent, state), db) }
                acts += collected
                let asked = zip(people, collected).filter { $0.1.result == .performed }.map(\.0)
                func own(_ person: (name: String, key: Int64)) throws -> String? {
                    try run.perform(collect, nil, .object(wanted), as: person.key, keeps: true, in: db) { $0.effect["token"]?.string }
                }
                guard let first = asked.first, let token = try own(first) else { return }
                for person in people {
                    acts.append(try attempt(create, nil, input, person, place(parent, state), db, token: token))
                    let without = try attempt(create, nil, input, person, state, db)
                    if without.result == .performed { faults.append(.answeredWithoutToken(type.id, at: type.span)) }
                }
                if try attempt(collect, nil, .object(wanted), first, state, db).result == .performed {
                    faults.append(.answeredWithoutToken(type.id, at: type.span))
                }
                guard acts.last?.result == .performed else { return }
                try run.perform(create, nil, input, as: first.key, keeps: true, token: token, in: db) { _ in }
                if try attempt(create, nil, input, first, state, db, token: token).result == .performed {
                    faults.append(.answeredWithoutToken(type.id, at: type.span))
                }
                // Another record of the same kind does not take what is left.
                guard let name = type.parentField, parent != nil, let next = asked.dropFirst().first, let left = try own(next),
                    let other = try possible(transaction, { try walker.input(create, type, transaction)[name] })
                else { return }
                let elsewhere = JSONValue.object((input.object ?? []).map { $0.key == name ? (name, other) : $0 })
                if try attempt(create, nil, elsewhere, first, state, db, token: left).result == .performed {
                    faults.append(.answeredWithoutToken(type.id, at: type.span))
                }
            }
        }
        return (acts, faults)
    }

    /// What `body` gives, or nothing with nothing written, for example where there can be no second record of the kind.
    private func possible<T>(_ transaction: ActionTransaction, _ body: () throws -> T?) throws -> T? {
        let mark = try transaction.mark()
        var result: T?
        try transaction.db.inSavepoint {
            do {
                result = try body()
                return .commit
            } catch {
                transaction.rewind(to: mark)
                return .rollback
            }
        }
        return result
    }

    private func place(_ parent: RecordType?, _ state: String) -> String {
        parent.map { state == "-" ? "-" : "\($0.name).\(state)" } ?? "-"
    }
}
