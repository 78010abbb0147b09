import Foundation

/// How evenly something, such as turns of talk, is spread over the people who could have had it.
///
/// ```swift
/// Evenness.pielou([10, 5, 3, 2])   // 0.871
/// Evenness.gini([10, 5, 3, 2])     // 0.325
/// ```
public enum Evenness {
    /// Pielou's J: 1 where everyone has equally much, 0 where one has all.
    ///
    /// Source: Pielou 1966, doi:10.1016/0022-5193(66)90013-0; entropy over the greatest entropy that there could be.
    /// - Parameter counts: one for each person, those with none included; at least two people.
    public static func pielou(_ counts: [Int]) -> Figure {
        let total = counts.reduce(0, +)
        guard counts.count >= 2 else { return .undefined(.tooFewPeople) }
        guard total > 0 else { return .undefined(.nothing) }
        let entropy = counts.reduce(0.0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / Double(total)
            return sum - share * log(share)
        }
        return .value(entropy / log(Double(counts.count)))
    }

    /// The Gini coefficient: 0 where everyone has equally much; with one who has all, 1 - 1/n.
    ///
    /// - Parameter counts: one for each person, those with none included.
    public static func gini(_ counts: [Int]) -> Figure {
        let total = counts.reduce(0, +)
        guard !counts.isEmpty else { return .undefined(.tooFewPeople) }
        guard total > 0 else { return .undefined(.nothing) }
        let n = counts.count
        let sum = counts.sorted().enumerated().reduce(0.0) { $0 + Double(2 * ($1.offset + 1) - n - 1) * Double($1.element) }
        return .value(sum / (Double(n) * Double(total)))
    }
}
