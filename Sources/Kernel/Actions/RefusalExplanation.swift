/// Why an action would be refused now: the answer of `explain refusal`.
public struct RefusalExplanation: Sendable {
    /// What stands in the way.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// No relation gives the right.
        case right
        /// The record is in a state from which the action does not lead.
        case state
        /// It is too early, too late, or what it must come after has not happened.
        case window
        /// A field that must have a value is empty.
        case missing
        /// The code of a module refuses it, or could not be run.
        case rule
        /// What was handed in, or the record that was named.
        case input
    }

    public var action: String
    public var id: String?
    /// The person who would act; nil for the operator.
    public var person: String?
    /// The first thing that stands in the way, in the order in which an action checks; nil where nothing does.
    public var cause: Cause?
    public var reason: Text?
    public var help: Text?

    /// Does the action as far as it goes, and takes all of it back.
    ///
    /// - Parameter person: whom the context acts for, as people know her.
    /// - Throws: what says nothing of the action itself, such as a store that cannot be written.
    public static func find(
        _ action: any NamedAction, _ input: ActionInput, person: String?, context: RunContext, by runner: ActionRunner
    ) throws -> RefusalExplanation {
        var run = context
        var explanation = RefusalExplanation(action: action.name, id: input.id, person: person)
        do { _ = try runner.perform(action, input, context: &run, rehearse: true) } catch let error as DiagnosticsError {
            let first = error.diagnostics.first
            explanation.cause = .input
            (explanation.reason, explanation.help) = (first?.message, first?.help)
        } catch let error as any ExplainedError where error.kind == .refused {
            explanation.cause = cause(of: error)
            (explanation.reason, explanation.help) = (error.message, error.help)
        }
        return explanation
    }

    private static func cause(of error: any ExplainedError) -> Cause {
        switch error {
        case is Refusal: .right
        case is WindowRefusal: .window
        case let refusal as ActRefusal:
            switch refusal {
            case .right, .needsPerson, .notWritten: .right
            case .state, .closed, .undeletable, .outside: .state
            case .missing: .missing
            case .exists, .existsAs, .taken, .token, .collected: .input
            case .inUse, .guarded, .notByHand: .rule
            }
        default: .rule
        }
    }

    public var json: JSONValue {
        .object([
            ("format", .string("kjerne.refusal/1")), ("action", .string(action)), ("id", id.map(JSONValue.string) ?? .null),
            ("person", person.map(JSONValue.string) ?? .null), ("refused", .bool(cause != nil)),
            ("cause", cause.map { .string($0.rawValue) } ?? .null), ("reason", reason?.json ?? .null), ("help", help?.json ?? .null),
        ])
    }
}

extension RefusalExplanation.Cause {
    /// What it is, as part of a sentence.
    public var text: Text {
        switch self {
        case .right: Text(nb: "retten", nn: "retten", en: "the right")
        case .state: Text(nb: "tilstanden", nn: "tilstanden", en: "the state")
        case .window: Text(nb: "tiden", nn: "tida", en: "the time")
        case .missing: Text(nb: "et felt som mangler", nn: "eit felt som manglar", en: "a field that is missing")
        case .rule: Text(nb: "en regel", nn: "ein regel", en: "a rule")
        case .input: Text(nb: "det som ble oppgitt", nn: "det som vart oppgitt", en: "what was given")
        }
    }
}
