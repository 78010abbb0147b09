import GRDB

/// Code of modules that may refuse an act.
extension RecordAction {
    /// How long the statements of one guard may keep the store, in seconds.
    private static let guardSeconds = 2.0

    /// Runs guards of an act on a record that is there, which see its fields and over them what the act brings.
    func runGuards(_ names: [String], _ content: RecordContent, _ input: ActionInput, in transaction: ActionTransaction) throws {
        guard !names.isEmpty else { return }
        var values = content.values
        for pair in input.values.map?.pairs ?? [] { values[pair.key] = pair.value.json }
        try runGuards(names, content.number, values, in: transaction)
    }

    /// Runs guards, each of which may refuse.
    ///
    /// - Parameters:
    ///   - number: the number of the record; 0 before it is made.
    ///   - values: every field of the record and what the act brings; before it is made also the number of its parent.
    func runGuards(_ names: [String], _ number: Int64, _ values: [String: JSONValue], in transaction: ActionTransaction) throws {
        guard !names.isEmpty else { return }
        let act = GuardedAct(
            action: action, record: type, number: number, actor: transaction.context.actor, values: values, instant: transaction.instant,
            settings: live.module(type.module)?.settings ?? .object([]), live: live)
        for name in names {
            // Of several modules' guards of one name, the module's own.
            let rules = live.registry[ActionGuards.self].filter { $0.name == name }
            guard let rule = rules.first(where: { $0.module == type.module }) ?? rules.first else {
                throw GuardFailure(name: name, reason: nil)
            }
            do {
                try transaction.run(as: rule.module, seconds: Self.guardSeconds, readsOnly: true) {
                    try rule.value.check(act, in: transaction.db)
                }
            } catch let error as any ExplainedError where !(error is WriteGuardViolation) {
                throw error
            } catch {
                throw GuardFailure(name: "\(rule.module)/\(name)", reason: "\(error)")
            }
        }
    }
}

/// That a guard is missing or failed itself; guards fail closed.
struct GuardFailure: ExplainedError {
    var name: String
    /// What it threw; nil where it is not there.
    var reason: String?
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "regelen «\(name)» kunne ikke kjøres, og da er handlingen ikke tillatt",
            nn: "regelen «\(name)» kunne ikkje køyrast, og då er handlinga ikkje tillaten",
            en: "the rule '\(name)' could not be run, and the action is then not allowed")
    }
    var help: Text? { reason.map { Text(verbatim: $0) } }
}
