/// `<module>.<record>.update`: changes fields of a record, as long as it is open for changes.
struct UpdateRecord: NamedAction {
    private let base: RecordAction

    init(_ type: RecordType, live: LiveConfiguration) {
        base = RecordAction(
            type: type, live: live, action: "\(type.id).update",
            title: Text(nb: "endre \(type.label(.nb))", nn: "endre \(type.label(.nn))", en: "change \(type.label(.en))"))
    }

    var declaration: ActionDeclaration { base.declaration }
    var about: RecordType? { base.type }
    var by: [String] { base.type.update }
    /// Every field but aliases, those that are decided or fixed, and those of the natural key.
    var fields: [Field] {
        base.type.fields.filter { field in
            if case .alias = field.type { return false }
            return !field.isDecided && !field.isFixed && !base.type.key.contains(field.name)
        }
    }
    var required: [String] { [] }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        let (content, decision) = try base.find(input.id, by: by, in: transaction)
        try base.require(decision)
        try base.expect(input.expect, content)
        try base.requireOpen(content)
        try base.requireWindow(below: content.parent, in: transaction)
        let values = try base.read(input.values, fields, required: [], offering: content.offering, environment, in: transaction)
        try base.requireVisible(fields, values, input.values, in: transaction)
        for field in fields where field.isRequired && values[field.name]?.isEmpty == true {
            throw ActRefusal.missing(action: base.title, fields: [(field.name, field.label)])
        }
        try base.runGuards(base.type.updateGuards, content, input, in: transaction)
        guard !values.isEmpty else { return try base.outcome(content.number, in: transaction) }
        try transaction.records.update(base.type, content.number, values, notice: base.type.updateNotice)
        return try base.outcome(content.number, in: transaction)
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        try base.find(input.id, by: by, in: transaction).1
    }
}
