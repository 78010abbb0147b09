/// A number as it was written.
///
/// Whole numbers that fit 64 bits are kept exactly; all others keep their literal beside the nearest double.
public struct Number: Sendable, Hashable {
    public enum Storage: Sendable, Hashable {
        case integer(Int)
        /// A number with fraction or exponent, one beyond 64 bits, or YAML's `.inf` and `.nan`.
        case decimal(Double, literal: String)
    }

    public let storage: Storage

    public init(_ integer: Int) { storage = .integer(integer) }
    public init(_ double: Double, literal: String) { storage = .decimal(double, literal: literal) }

    /// The value as an integer, if it has no fraction and fits 64 bits.
    public var integer: Int? {
        switch storage {
        case .integer(let i): i
        case .decimal(let d, _): Int(exactly: d)
        }
    }

    /// The nearest double.
    public var double: Double {
        switch storage {
        case .integer(let i): Double(i)
        case .decimal(let d, _): d
        }
    }
}
