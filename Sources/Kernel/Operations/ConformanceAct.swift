/// One person who tried one action on a record in one state, and how it went.
public struct ConformanceAct: Sendable, Hashable {
    public enum Result: String, Sendable {
        case performed
        /// No relation of the person gives the right, or the record is out of her sight.
        case right
        /// Before or after the time in which it may be done, at every instant that was tried.
        case window
        /// The record is in a state from which the act does not lead.
        case state
        /// A rule of the module's own code refused it; the trial does not know what would satisfy the rule.
        case rule
        /// Something else, such as a faulty input.
        case other

        var text: Text {
            switch self {
            case .performed: Text(nb: "utført", nn: "utført", en: "performed")
            case .right: Text(nb: "avvist: ingen rett", nn: "avvist: ingen rett", en: "refused: no right")
            case .window: Text(nb: "avvist: utenfor tiden", nn: "avvist: utanfor tida", en: "refused: outside its time")
            case .state:
                Text(nb: "avvist: ikke i denne tilstanden", nn: "avvist: ikkje i denne tilstanden", en: "refused: not in this state")
            case .rule: Text(nb: "avvist av en regel i modulen", nn: "avvist av ein regel i modulen", en: "refused by a rule of the module")
            case .other: Text(nb: "avvist: annet", nn: "avvist: anna", en: "refused: other")
            }
        }
    }

    public var action: String
    /// The word that stands for all states that an action does not start from.
    public static let elsewhere = "elsewhere"

    /// The state that the record was in, or `elsewhere`; for one that is made, the state of the record that it points at, `note.delivered`; `-` for none.
    public var state: String
    /// `owner`, `author`, `peer`, `named` (whom references to persons point at), `stranger`, or a role.
    public var person: String
    public var result: Result
    /// What the person was told.
    public var reason: Text
}
