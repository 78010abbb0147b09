/// A number below a bound, each equally likely, from a generator of 64-bit numbers: what would favour some is thrown away and drawn again.
public struct UniformDraw: Sendable {
    public init() {}

    /// The remainder of the first number that is below the largest multiple of the bound.
    ///
    /// - Parameter bound: at least 1.
    public func below(_ bound: UInt64, using generator: inout some RandomNumberGenerator) -> UInt64 {
        guard bound > 1 else { return 0 }
        // 2^64 modulo the bound: so many numbers at the top have no full round.
        let excess = (UInt64.max % bound + 1) % bound
        let last = UInt64.max - excess
        var number = generator.next()
        while number > last { number = generator.next() }
        return number % bound
    }
}
