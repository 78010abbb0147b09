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
                // A row whose record is not found has no place of its own.
                for var fault in error.diagnostics.reported {
                    fault.span = fault.span ?? input.values.span
                    faults.report(fault)
                }
            } catch let error as any ExplainedError {
                refused.append(RowRefused(row: index + 1, span: input.values.span, error: error))
            }
            // What follows a row that was done in part may fail only because of it, and nobody reads more than so many at once.
            if transaction.db.totalChangesCount != before || faults.count + refused.count >= Self.mostFaults { break }
        }
        guard !faults.hasErrors else {
            // Rows that are refused are told beside those that cannot be read.
            faults.report(contentsOf: refused.map(\.diagnostic))
            throw DiagnosticsError(faults)
        }
        if !refused.isEmpty { throw RowsRefused(rows: refused) }
        return ActionOutcome(state: "done", effect: .object([("rows", .integer(inputs.count))]))
    }
}
