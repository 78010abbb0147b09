/// Krippendorff's alpha: how much more raters agree on units than chance would have them, 1 for full agreement.
///
/// Units with fewer than two values drop out; values may be missing. Source: Krippendorff, Content Analysis, 3rd ed. 2013, chapter 12;
/// Hayes and Krippendorff 2007, doi:10.1080/19312450709336664.
public struct KrippendorffAlpha: Sendable {
    private let categories: Int
    private let level: MeasurementLevel
    /// For each unit with two values or more its part of the matrix of coincidences, row by row.
    private let parts: [[Double]]

    public init(_ table: RatingTable, level: MeasurementLevel) {
        categories = table.categories
        self.level = level
        parts = table.counts.map { Self.coincidences($0) }
    }

    /// Alpha of a table.
    public static func of(_ table: RatingTable, level: MeasurementLevel) -> Coefficient {
        KrippendorffAlpha(table, level: level).value(of: Array(table.counts.indices))
    }

    /// Alpha of some of the units, each as often as it is named: what a bootstrap draws.
    public func value(of units: [Int]) -> Coefficient {
        var sum = [Double](repeating: 0, count: categories * categories)
        for unit in units where !parts[unit].isEmpty { for index in sum.indices { sum[index] += parts[unit][index] } }
        let totals = (0..<categories).map { row in (0..<categories).reduce(0) { $0 + sum[row * categories + $1] } }
        let n = totals.reduce(0, +)
        guard n > 1 else { return .undefined(.noPairs) }
        var observed = 0.0
        var expected = 0.0
        for c in 0..<categories {
            for k in 0..<categories where k > c {
                let distance = distance(c, k, totals)
                observed += sum[c * categories + k] * distance
                expected += totals[c] * totals[k] * distance
            }
        }
        guard expected > 0 else { return .undefined(.noVariation) }
        return .value(1 - (n - 1) * observed / expected)
    }

    /// What one unit adds: the pairs of values of different raters, divided by the number of values less one.
    private static func coincidences(_ counts: [Int]) -> [Double] {
        let m = counts.reduce(0, +)
        guard m > 1 else { return [] }
        var part: [Double] = []
        for c in counts.indices {
            for k in counts.indices { part.append(Double(counts[c] * (counts[k] - (c == k ? 1 : 0))) / Double(m - 1)) }
        }
        return part
    }

    /// The squared distance between two categories; on an ordinal level it depends on how often those between them were used.
    private func distance(_ c: Int, _ k: Int, _ totals: [Double]) -> Double {
        switch level {
        case .nominal: return 1
        case .interval: return Double((k - c) * (k - c))
        case .ordinal:
            let between = totals[c...k].reduce(0, +) - (totals[c] + totals[k]) / 2
            return between * between
        }
    }
}
