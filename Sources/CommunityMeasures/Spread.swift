import Foundation

/// The mean of values and how far they lie from it.
public struct Spread: Sendable, Hashable {
    public var n: Int
    public var mean: Double
    /// The standard deviation of all values, over n.
    public var deviation: Double

    /// Nil where there are none.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        n = values.count
        let mean = values.reduce(0, +) / Double(n)
        self.mean = mean
        deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)).squareRoot()
    }
}
