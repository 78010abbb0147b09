/// `<module>.<record>.delete`: removes a record, as long as it is open for changes.
struct DeleteRecord: NamedAction {
    private let base: RecordAction

    init(_ type: RecordType, live: LiveConfiguration) {
        base = RecordAction(
            type: type, live: live, action: "\(type.id).delete",
            title: Text(nb: "slette \(type.label(.nb))", nn: "slette \(type.label(.nn))", en: "delete \(type.label(.en))"))
    }

    var declaration: ActionDeclaration { base.declaration }
    var about: RecordType? { base.type }
    var by: [String] { base.type.delete }
    var fields: [Field] { [] }
    var required: [String] { [] }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        let (content, decision) = try base.find(input.id, by: by, in: transaction)
        try base.require(decision)
        try base.expect(input.expect, content)
        try base.requireOpen(content, toDelete: true)
        try base.requireWindow(below: content.parent, in: transaction)
        try InputReader.check(input.values, of: name, live: base.live, schema)
        try transaction.records.delete(base.type, content.number)
        return ActionOutcome(id: String(content.number), state: "deleted", effect: .object([]))
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        try base.find(input.id, by: by, in: transaction).1
    }
}
