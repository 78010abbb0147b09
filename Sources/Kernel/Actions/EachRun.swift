import GRDB

/// An action done once for each row.
struct EachRun: TypedAction {
    let action: any NamedAction
    let environment: ActionEnvironment
    let progress: (@Sendable (Double) -> Void)?

    var declaration: ActionDeclaration {
        var declaration = action.declaration
        declaration.durability = .normal
        return declaration
    }

    func authorise(_ input: [ActionInput], in db: Database, context: RunContext) throws {}

    func check(_ inputs: [ActionInput], in db: Database, context: RunContext) throws -> [ActionInput] { inputs }

    func perform(_ inputs: [ActionInput], in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        var faults = Diagnostics()
        for (index, input) in inputs.enumerated() {
            do { _ = try action.perform(input, in: transaction, environment) } catch let error as DiagnosticsError {
                faults.report(contentsOf: error.diagnostics)
                // What follows may fail only because of this row, so that a limited number of faults is told at once.
                if faults.count >= 100 { break }
            } catch let error as any ExplainedError {
                throw RowRefused(row: index + 1, line: Int(input.values.span.start.line), error: error)
            }
            if (index + 1) % RosterProgress.interval == 0 { progress?(Double(index + 1) / Double(inputs.count)) }
        }
        if faults.hasErrors { throw DiagnosticsError(faults) }
        return ActionOutcome(state: "done", effect: .object([("rows", .integer(inputs.count))]))
    }
}

/// That one row of a list was refused, and with it the whole list.
struct RowRefused: ExplainedError {
    var row: Int
    /// The line of the file.
    var line: Int
    var error: any ExplainedError

    var kind: ErrorKind { error.kind }
    var message: Text {
        Text(
            nb: "linje \(line): \(error.message(.nb))", nn: "linje \(line): \(error.message(.nn))",
            en: "line \(line): \(error.message(.en))")
    }
    var help: Text? { error.help }
}
