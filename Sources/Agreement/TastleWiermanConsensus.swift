import Foundation

/// Tastle and Wierman's consensus of answers on an ordered scale: 1 for one category, 0 for half at each end.
///
/// An even spread does not give 0 (five categories: 0.43), so a middling number is no sign of some consensus. Source: Tastle and Wierman 2007,
/// doi:10.1016/j.ijar.2006.06.024.
public enum TastleWiermanConsensus {
    /// - Parameter counts: how often each category was chosen, in order; at least two categories.
    public static func of(_ counts: [Int]) -> Coefficient {
        guard counts.count >= 2 else { return .undefined(.tooFewCategories) }
        let n = counts.reduce(0, +)
        guard n > 0 else { return .undefined(.noValues) }
        let mean = Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(n)
        let width = Double(counts.count - 1)
        var sum = 1.0
        for (category, count) in counts.enumerated() where count > 0 {
            sum += Double(count) / Double(n) * log2(1 - abs(Double(category) - mean) / width)
        }
        return .value(sum)
    }
}
