import GRDB

/// What was asked for under a name of the caller's choice, so that the same request is done once.
struct RequestLedger {
    let request: String
    /// The name of the action.
    let action: String
    /// What was asked for, by which a name that is used for something else is known.
    let digest: String

    /// Does it, or answers what it answered before.
    ///
    /// - Throws: `RequestReused`, and what `body` throws.
    func once(
        in transaction: ActionTransaction, _ body: () throws -> ActionOutcome<JSONValue>
    ) throws -> ActionOutcome<JSONValue> {
        if let row = try Row.fetchOne(
            transaction.db, sql: "SELECT actor, action, input, result FROM kernel_request WHERE id = ?", arguments: [request])
        {
            guard row[0] == transaction.context.actor.description, row[1] == action, row[2] == digest else {
                throw RequestReused(request: request)
            }
            return try Self.outcome(row[3])
        }
        let outcome = try body()
        try transaction.db.execute(
            sql: "INSERT INTO kernel_request (id, actor, action, input, result, instant) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                request, transaction.context.actor.description, action, digest, try Self.text(outcome), transaction.instant.microseconds,
            ])
        return outcome
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

extension ActionInput {
    /// The id and the fields, as they are told apart from other requests.
    var requested: JSONValue { .object([("id", id.map(JSONValue.string) ?? .null), ("values", values.json)]) }
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
