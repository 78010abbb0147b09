/// What an action answers: the form `kjerne.action/1`, and its effect.
public struct ActionResult<Effect: Sendable>: Sendable {
    public static var format: String { "kjerne.action/1" }

    public var outcome: ActionOutcome<Effect>
    /// The places in the event log of the events it left; empty if it was a rehearsal, or if there was nothing to do.
    public var events: [Int64]
    /// Whether all of it was taken back (`--dry-run`).
    public var isRehearsal: Bool

    public var effect: Effect { outcome.effect }

    /// The answer as the command line prints it.
    public var json: JSONValue {
        .object(
            [
                ("format", .string(Self.format)), ("id", outcome.id.map(JSONValue.string) ?? .null),
                ("state", outcome.state.map(JSONValue.string) ?? .null), ("version", outcome.version.map(JSONValue.integer) ?? .null),
                ("events", .array(events.map { .integer(Int($0)) })),
            ] + (isRehearsal ? [("dry-run", .bool(true))] : []))
    }

    /// The answer with what the action tells besides.
    public func json(_ effect: JSONValue) -> JSONValue {
        guard case .object(let members) = json, effect.object?.isEmpty == false else { return json }
        return .object(members + [("effect", effect)])
    }
}
