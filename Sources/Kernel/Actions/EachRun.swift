import GRDB

/// An action done once for each row.
struct EachRun: TypedAction {
    let action: any NamedAction
    let environment: ActionEnvironment
    /// A name of the caller's choice for the whole list.
    let request: String?
    let progress: (@Sendable (Double) -> Void)?

    var declaration: ActionDeclaration {
        var declaration = action.declaration
        declaration.durability = .normal
        return declaration
    }

    func authorise(_ input: [ActionInput], in db: Database, context: RunContext) throws {}

    func check(_ inputs: [ActionInput], in db: Database, context: RunContext) throws -> [ActionInput] { inputs }

    func perform(_ inputs: [ActionInput], in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        guard let request else { return try each(inputs, in: transaction) }
        let digest = Digest.hex(try JSONValue.array(inputs.map(\.requested)).canonical)
        return try RequestLedger(request: request, action: action.name, digest: digest).once(in: transaction) {
            try each(inputs, in: transaction)
        }
    }

    private func each(_ inputs: [ActionInput], in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        var faults = RowFaults()
        for (index, input) in inputs.enumerated() {
            let before = transaction.db.totalChangesCount
            do {
                _ = try action.perform(input, in: transaction, environment)
                if (index + 1) % RosterProgress.interval == 0 { progress?(Double(index + 1) / Double(inputs.count)) }
                continue
            } catch let error as DiagnosticsError {
                faults.report(error.diagnostics, of: input)
            } catch let error as any ExplainedError {
                faults.report(RowRefused(row: index + 1, span: input.values.span, error: error))
            }
            // What follows a row that was done in part may fail only because of it.
            if transaction.db.totalChangesCount != before || faults.isFull {
                faults.untried = inputs.count - index - 1
                break
            }
        }
        if let last = inputs.last { try faults.requireNone(end: last.values.span) }
        return ActionOutcome(state: "done", effect: .object([("rows", .integer(inputs.count))]))
    }
}
