/// The languages that every text of the system exists in; a workspace may add others.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// Norwegian bokmål.
    case nb
    /// Norwegian nynorsk.
    case nn
    /// English.
    case en
}
