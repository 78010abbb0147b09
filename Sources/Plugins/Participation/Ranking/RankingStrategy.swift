public import Kernel

/// A way of ranking applicants.
///
/// Contributed under `participation.ranking-strategies`, by the name that a variant's section `ranking` gives as its `strategy`. It is a pure
/// function: the same applicants and the same numbers give the same places. Called once for each ranking, after it was frozen.
public protocol RankingStrategy: Sendable {
    /// Whether these applicants cannot be ranked without lots; a ranking with lots wants a seed and a witness, another takes none.
    func needsLots(_ applicants: [RankingApplicant]) -> Bool

    /// Ranks the applicants.
    ///
    /// - Parameters:
    ///   - applicants: in the order of their numbers.
    ///   - heedsEmployer: whether the employer's own order counts among its applicants.
    ///   - generator: gives the lots; not used where none are needed.
    /// - Returns: each once, in the order of their places.
    func rank(
        _ applicants: [RankingApplicant], heedsEmployer: Bool, using generator: inout some RandomNumberGenerator
    ) -> [RankedApplicant]
}

/// Ways of ranking (`participation.ranking-strategies`), by the name that variants call them.
///
/// They fail closed: without the named one nothing is ranked.
public enum RankingStrategies: ExtensionPoint {
    public typealias Contribution = any RankingStrategy
    public static var id: String { "participation.ranking-strategies" }
}

extension Array where Element == RankingApplicant {
    /// The applicants of each tier, the first first.
    var byTier: [[RankingApplicant]] {
        Dictionary(grouping: self, by: \.tier).sorted { $0.key < $1.key }.map(\.value)
    }
}
