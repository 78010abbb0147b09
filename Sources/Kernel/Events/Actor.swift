/// Who acts.
public enum Actor: Sendable, Hashable {
    /// Whoever runs the host without `--as`: trusted, and logged.
    case `operator`
    /// A person, by the internal key that never leaves the store.
    case person(Int64)
    /// The kernel itself, when time makes something happen.
    case system
    /// Someone who used a one-time token; who it was is not known and not kept.
    case anonymous
}

extension Actor: CustomStringConvertible {
    /// The opaque name under which events know the actor: `operator`, `system` or `person:KEY`.
    public var description: String {
        switch self {
        case .operator: "operator"
        case .person(let key): "person:\(key)"
        case .system: "system"
        case .anonymous: "anonymous"
        }
    }

    /// Reads what `description` writes; nil for anything else.
    public init?(_ description: String) {
        switch description {
        case "operator": self = .operator
        case "system": self = .system
        case "anonymous": self = .anonymous
        default:
            guard description.hasPrefix("person:"), let key = Int64(description.dropFirst(7)), key > 0 else { return nil }
            self = .person(key)
        }
    }
}
