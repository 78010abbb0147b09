/// A contribution with the module and the name it was registered under.
public struct Contributed<Contribution: Sendable>: Sendable {
    public let module: String
    public let name: String
    /// What its binding says: whether a failure of it stops the work that it is part of.
    public let failsClosed: Bool
    public let value: Contribution
}
