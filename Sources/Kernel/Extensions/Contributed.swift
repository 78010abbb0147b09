/// A contribution with the module and the name it was registered under.
public struct Contributed<Contribution: Sendable>: Sendable {
    public let module: String
    public let name: String
    public let value: Contribution
}
