import GRDB

/// An action that is done once for each request.
struct RequestedRun: TypedAction {
    let action: any NamedAction
    let environment: ActionEnvironment
    let request: String?

    var declaration: ActionDeclaration { action.declaration }

    /// The action itself authorises, since the right may depend on the record.
    func authorise(_ input: ActionInput, in db: Database, context: RunContext) throws {}

    func check(_ input: ActionInput, in db: Database, context: RunContext) throws -> ActionInput { input }

    func perform(_ input: ActionInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        // A token is once already, and the row of a request would tie the person to the anonymous record.
        guard let request, input.token == nil else { return try action.perform(input, in: transaction, environment) }
        let digest = try Self.digest(input)
        if let row = try Row.fetchOne(
            transaction.db, sql: "SELECT actor, action, input, result FROM kernel_request WHERE id = ?", arguments: [request])
        {
            guard row[0] == transaction.context.actor.description, row[1] == action.name, row[2] == digest else {
                throw RequestReused(request: request)
            }
            return try Self.outcome(row[3])
        }
        let outcome = try action.perform(input, in: transaction, environment)
        try transaction.db.execute(
            sql: "INSERT INTO kernel_request (id, actor, action, input, result, instant) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                request, transaction.context.actor.description, action.name, digest, try Self.text(outcome),
                transaction.instant.microseconds,
            ])
        return outcome
    }

    private static func digest(_ input: ActionInput) throws -> String {
        Digest.hex(
            try JSONValue.object([("id", input.id.map(JSONValue.string) ?? .null), ("values", input.values.json)]).canonical)
    }

    private static func text(_ outcome: ActionOutcome<JSONValue>) throws -> String {
        let value = JSONValue.object([
            ("id", outcome.id.map(JSONValue.string) ?? .null), ("state", outcome.state.map(JSONValue.string) ?? .null),
            ("version", outcome.version.map(JSONValue.integer) ?? .null), ("effect", outcome.effect),
        ])
        return String(decoding: try value.canonical, as: UTF8.self)
    }

    private static func outcome(_ text: String) throws -> ActionOutcome<JSONValue> {
        let value = try JSONValue(parsing: Array(text.utf8))
        return ActionOutcome(
            id: value["id"]?.string, state: value["state"]?.string, version: value["version"]?.integer, effect: value["effect"] ?? .null)
    }
}

/// That a request's name was used before, for something else.
struct RequestReused: ExplainedError {
    var request: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "forespørselen «\(request)» er brukt før, til noe annet", nn: "førespurnaden «\(request)» er brukt før, til noko anna",
            en: "the request '\(request)' was used before, for something else")
    }
    var help: Text? {
        Text(nb: "velg en ny id", nn: "vel ein ny id", en: "choose a new id")
    }
}
