/// Where random numbers come from: the operating system, or a seed.
///
/// A seed makes every draw repeatable, the salts of the event log included: it is for lotteries that must be checked, for tests and
/// simulations.
public enum Randomness: RandomNumberGenerator, Sendable {
    /// The operating system's generator, fit for secrets.
    case system
    /// xoshiro256** from a seed.
    case seeded(Xoshiro256StarStar)

    /// The generator that `--seed` asks for.
    public static func seed(_ seed: UInt64) -> Randomness { .seeded(Xoshiro256StarStar(seed: seed)) }

    public mutating func next() -> UInt64 {
        switch self {
        case .system:
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        case .seeded(var generator):
            let number = generator.next()
            self = .seeded(generator)
            return number
        }
    }

    /// That many random bytes; each draw of eight gives its lowest byte first.
    mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count { withUnsafeBytes(of: next().littleEndian) { bytes.append(contentsOf: $0) } }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
