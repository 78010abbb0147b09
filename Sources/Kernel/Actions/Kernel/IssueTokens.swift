import GRDB

/// `kernel.token.issue`: makes one-time tokens for an anonymous record; they are told once.
///
/// The relations under `create` of the record say who may, by roles held anywhere.
struct IssueTokens: NamedAction {
    let live: LiveConfiguration
    static let action = "kernel.token.issue"

    var declaration: ActionDeclaration {
        ActionDeclaration(
            name: Self.action, title: Text(nb: "lage engangskoder", nn: "lage eingongskodar", en: "issue tokens"), roles: [])
    }
    var about: RecordType? { nil }
    var by: [String] { ["coordinator"] }
    var fields: [Field] {
        [
            .input("record", Text(nb: "Slags svar", nn: "Slags svar", en: "The kind of answer")),
            .input(
                "count", Text(nb: "Hvor mange", nn: "Kor mange", en: "How many"), type: .integer(minimum: 1, maximum: 10_000)),
        ]
    }
    var required: [String] { ["record", "count"] }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        try InputReader.check(input.values, of: Self.action, live: live, schema)
        let type = try type(input)
        let decision = try RoleRights(live: live, standing: transaction.standing()).decide(by: type.create)
        guard decision.isAllowed else { throw ActRefusal.right(action: Self.action, decision) }
        let tokens = try Tokens(type).issue(input.values["count"]?.integer ?? 0, in: transaction)
        try transaction.emit(
            NewEvent("kernel.token.issued", payload: .object([("record", .string(type.id)), ("count", .integer(tokens.count))])))
        return ActionOutcome(state: "issued", effect: .object([("tokens", .array(tokens.map(JSONValue.string)))]))
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        try RoleRights(live: live, standing: transaction.standing()).decide(by: type(input).create)
    }

    private func type(_ input: ActionInput) throws -> RecordType {
        let name = input.values["record"]?.string ?? ""
        guard let type = live.record(name), type.isAnonymous else {
            throw DiagnosticsError(
                .noSuchRecord(
                    name, "record", known: live.recordTypes.filter(\.isAnonymous).map(\.id), at: input.values["record"]?.span))
        }
        return type
    }
}
