/// How far a long import has come.
public struct RosterProgress: Sendable, Hashable {
    /// What is being done.
    public enum Phase: Sendable, Hashable {
        case checking, writing
    }

    public var phase: Phase
    /// Rows done in this phase.
    public var rows: Int
    /// The part of the file done in this phase, 0 to 1.
    public var fraction: Double

    /// How many rows go by between two reports.
    static let interval = 4096
}
