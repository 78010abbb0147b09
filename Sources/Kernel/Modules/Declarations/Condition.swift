/// What must hold for a transition to happen by itself.
public indirect enum Condition: Sendable {
    /// The moment has passed.
    case passed(Moment)
    /// So many records of a kind under this one are in one of those states.
    case children(record: String, states: [String], count: Count, span: SourceSpan)
    case all([Condition])
    case any([Condition])

    /// How many.
    public enum Count: Sendable, Hashable {
        /// Every one that there is, and at least one.
        case all
        case exactly(Int)
        /// A number found under that name: a field of the record, else a setting of the activity, else a setting of the module.
        case named(String)
    }
}

extension Condition {
    /// The kinds of records below that must have come to some state.
    var children: [(record: String, states: [String])] {
        switch self {
        case .passed: []
        case .children(let record, let states, _, _): [(record, states)]
        case .all(let parts), .any(let parts): parts.flatMap(\.children)
        }
    }

    /// The moments that must have passed.
    var moments: [Moment] {
        switch self {
        case .passed(let moment): [moment]
        case .children: []
        case .all(let parts), .any(let parts): parts.flatMap(\.moments)
        }
    }
}
