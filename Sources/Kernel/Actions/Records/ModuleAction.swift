/// An action that a module's code performs.
///
/// One about no record that takes an `offering`, and perhaps an `activity` of it, is a matter of that offering: a role held in another is not
/// enough, and one that is not there is refused.
struct ModuleAction: NamedAction {
    private let action: CodedAction
    private let base: RecordAction?
    private let live: LiveConfiguration

    init(_ action: CodedAction, live: LiveConfiguration) {
        self.action = action
        self.live = live
        base = action.record.flatMap(live.record).map { RecordAction(type: $0, live: live, action: action.id, title: action.title) }
    }

    var declaration: ActionDeclaration {
        ActionDeclaration(
            name: action.id, title: action.title, roles: action.by,
            source: live.module(action.module)?.source ?? NewEvent.Source(module: action.module, version: "0.0.0"))
    }
    var explanation: Text? { action.description }
    var about: RecordType? { base?.type }
    var by: [String] { action.by }
    /// Coded actions describe their input by a schema of their own.
    var fields: [Field] { [] }
    var required: [String] { [] }
    var schema: JSONValue { action.input?.json ?? InputSchema.of([], required: []) }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        var record: RecordContent?
        if let base {
            let (content, decision) = try base.find(input.id, by: by, in: transaction)
            try base.require(decision)
            try base.expect(input.expect, content)
            record = content
        } else {
            try requireAnywhere(in: transaction)
        }
        try InputReader.check(input.values, of: name, live: live, schema)
        if record == nil { try requireOffering(input.values, in: transaction) }
        guard let handler = live.registry[ActionHandlers.self].first(where: { $0.module == action.module && $0.name == action.name }) else {
            throw LiveError.codeMissing(module: action.module)
        }
        let settings = live.module(action.module)?.settings ?? .object([])
        return try transaction.run(as: action.module) {
            try handler.value.perform(HandledInput(values: input.values, record: record, settings: settings), in: transaction)
        }
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        if let base { return try base.find(input.id, by: by, in: transaction).1 }
        return try anywhere(in: transaction)
    }

    private func requireAnywhere(in transaction: ActionTransaction) throws {
        let decision = try anywhere(in: transaction)
        guard decision.isAllowed else { throw ActRefusal.right(action: action.id, decision) }
    }

    private func requireOffering(_ input: Node, in transaction: ActionTransaction) throws {
        let known = action.input?["properties"]?.map?.keys ?? []
        guard known.contains("offering"), let node = input["offering"], let offering = node.string else { return }
        let finder = try ReferenceFinder(live: live, db: transaction.db, standing: transaction.standing())
        func demand(_ target: KernelRecord, _ node: Node, _ id: String) throws {
            guard try finder.find(target.rawValue, id) == nil else { return }
            throw DiagnosticsError(
                .noSuchRecord(node.string ?? id, target.rawValue, known: try finder.known(target.rawValue), at: node.span))
        }
        try demand(.offering, node, offering)
        if known.contains("activity"), let node = input["activity"], let activity = node.string {
            try demand(.activity, node, "\(offering)/\(activity)")
        }
        let standing = try transaction.standing()
        guard standing.person != nil else { return }
        let held = by.filter { relation in
            guard let role = live.roles.first(where: { $0.id == relation }) else { return relation == ReadGrant.everyone }
            if standing.everywhere.contains(role.id) || standing.offerings[role.id]?.contains(offering) == true { return true }
            return role.scopes.isDisjoint(with: [.offering, .institution]) && standing.holdsAnywhere(role.id, scopes: role.scopes)
        }
        let decision = RightDecision(
            isAllowed: !held.isEmpty, held: held, deciding: held, allowed: by, actor: standing.actor, words: RelationWords(live: live))
        guard decision.isAllowed else { throw ActRefusal.right(action: action.id, decision) }
    }

    /// An action about no record goes by roles held in the workspace, an institution or an offering.
    private func anywhere(in transaction: ActionTransaction) throws -> RightDecision {
        try RoleRights(live: live, standing: transaction.standing()).decide(by: by)
    }
}
