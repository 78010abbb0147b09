public import GRDB

/// Why a person may or may not do something: the answer of `explain right`.
public struct RightExplanation: Sendable {
    public var person: String
    public var action: String
    public var id: String?
    public var decision: RightDecision

    /// Asks the very code that decides when the action is done.
    ///
    /// What someone may do tells what a record is to her: whose it is, and who judges it. So everyone asks about herself, and only the operator
    /// and administrators ask about others.
    ///
    /// - Parameters:
    ///   - asker: who wants to know.
    ///   - instant: when the right is asked for; what was given until some time before is over.
    /// - Throws: `Refusal` where the asker may not ask about that person; `DiagnosticsError` for a record that there is not.
    public static func find(
        for asker: Actor, _ person: Person, _ action: any NamedAction, id: String?, at instant: Instant, live: LiveConfiguration,
        in db: Database
    ) throws -> RightExplanation {
        var tellsUnseen = false
        if asker != .person(person.key) {
            try Authorisation.require(asker, for: "explain right \(person.id)", roles: ["admin"], in: db)
            // Whether a right is hers by having written the record would tell who wrote it. It is the same answer for every record, also for
            // one that is not there.
            if let id, let type = action.concerns {
                let seen = try RecordReader(live, as: asker, at: instant, in: db).find(type, id: id)
                guard type.tellsWriter && type.seal == nil || seen?["author"] != nil else { throw WriterNotTold(record: type.label) }
                // Who sees the record learns the rule, also of someone who does not see it.
                tellsUnseen = seen != nil
            }
        }
        let transaction = try ActionTransaction(
            action.declaration, RunContext(actor: .person(person.key), clock: .fixed(instant)), db, live: live)
        transaction.tellsUnseen = tellsUnseen
        let nowhere = SourceSpan(startOf: .init(0))
        let input = ActionInput(id: id, values: Node(.map(NodeMap()), at: nowhere))
        return RightExplanation(person: person.id, action: action.name, id: id, decision: try action.decide(input, in: transaction))
    }

    public var json: JSONValue {
        func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }
        return .object([
            ("format", .string("kjerne.right/1")), ("person", .string(person)), ("action", .string(action)),
            ("id", id.map(JSONValue.string) ?? .null), ("allowed", .bool(decision.isAllowed)), ("by", list(decision.allowed)),
            ("held", list(decision.held)), ("deciding", list(decision.deciding)), ("reason", decision.reason.json),
        ])
    }
}
