/// How often each category was given to each unit; who gave it plays no part in any coefficient.
///
/// ```swift
/// let table = RatingTable(raters: [[0, 1, nil], [0, 2, 1]], categories: 3)
/// KrippendorffAlpha.of(table, level: .ordinal)
/// ```
public struct RatingTable: Sendable, Hashable {
    /// How many categories there are.
    public let categories: Int
    /// For each unit the number of times that each category was given to it.
    public let counts: [[Int]]

    /// - Parameter counts: for each unit the number of each category.
    public init(counts: [[Int]], categories: Int) {
        self.categories = categories
        self.counts = counts
    }

    /// - Parameters:
    ///   - raters: for each rater the category of each unit, from 0; nil where there is none.
    ///   - categories: how many categories there are.
    public init(raters: [[Int?]], categories: Int) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: categories), count: raters.map(\.count).max() ?? 0)
        for rater in raters {
            for (unit, category) in rater.enumerated() { if let category { counts[unit][category] += 1 } }
        }
        self.init(counts: counts, categories: categories)
    }

    /// How many values there are.
    public var values: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
}
