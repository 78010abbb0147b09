/// How far a participant is with a requirement.
public enum Fulfilment: Sendable, Hashable {
    case met
    /// Not yet, and what is missing, as a sentence without capital and full stop.
    case unmet(Text)
    /// It cannot be told from what is recorded, and why.
    case unknown(Text)

    /// The word that the store and reports use.
    public var word: String { verdict.rawValue }

    /// The outcome without its reason.
    enum Verdict: String { case met, unmet, unknown }

    var verdict: Verdict {
        switch self {
        case .met: .met
        case .unmet: .unmet
        case .unknown: .unknown
        }
    }
}
