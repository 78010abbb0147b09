import Kernel

/// The generator that lots are drawn with, by name, so that a draw can be repeated in any language.
enum LotGenerator {
    /// xoshiro256** 1.0 (Blackman and Vigna 2018), its state filled by four numbers of SplitMix64 from the seed; both have published vectors.
    static let name = "xoshiro256**/splitmix64"

    static func make(seed: UInt64) -> Xoshiro256StarStar { Xoshiro256StarStar(seed: seed) }
}
