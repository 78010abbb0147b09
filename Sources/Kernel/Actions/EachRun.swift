import GRDB

/// An action done once for each row.
struct EachRun: TypedAction {
    let action: any NamedAction
    let environment: ActionEnvironment
    /// A name of the caller's choice for the whole list.
    let request: String?
    let progress: (@Sendable (Double) -> Void)?

    /// How many faulty rows are told at once.
    private static let mostFaults = 100

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
        var faults = Diagnostics()
        var refused: [RowRefused] = []
        for (index, input) in inputs.enumerated() {
            let before = transaction.db.totalChangesCount
            do {
                _ = try action.perform(input, in: transaction, environment)
                if (index + 1) % RosterProgress.interval == 0 { progress?(Double(index + 1) / Double(inputs.count)) }
                continue
            } catch let error as DiagnosticsError {
                faults.report(contentsOf: error.diagnostics)
            } catch let error as any ExplainedError {
                refused.append(RowRefused(row: index + 1, line: Int(input.values.span.start.line), error: error))
            }
            // What follows a row that was done in part may fail only because of it, and nobody reads more than so many at once.
            if transaction.db.totalChangesCount != before || faults.count + refused.count >= Self.mostFaults { break }
        }
        if faults.hasErrors { throw DiagnosticsError(faults) }
        if !refused.isEmpty { throw RowsRefused(rows: refused) }
        return ActionOutcome(state: "done", effect: .object([("rows", .integer(inputs.count))]))
    }
}
