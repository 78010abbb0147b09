/// An interval from a bootstrap, with what is needed to draw it again.
public struct BootstrapInterval: Sendable, Hashable {
    public var lower: Double
    public var upper: Double
    /// The share of the draws that it holds, 0 to 1.
    public var level: Double
    /// How many times was drawn.
    public var draws: Int
    /// In how many draws the statistic was undefined; they are left out.
    public var undefined: Int
}
