/// Cronbach's alpha: how far the items of a scale vary together.
///
/// Source: Cronbach 1951, doi:10.1007/BF02310555: k/(k-1) · (1 - sum of the items' variances / variance of the sums).
public enum CronbachAlpha {
    /// How many answers it takes before the number says something; fewer give one that jumps about.
    public static let enough = 30

    /// - Parameter answers: for each respondent the value of every item, reversed items turned; all equally many.
    public static func of(_ answers: [[Int]]) -> Figure {
        guard let items = answers.first?.count, answers.allSatisfy({ $0.count == items }), answers.count >= 2 else {
            return .undefined(.tooFewPeople)
        }
        guard items >= 2 else { return .undefined(.tooFewItems) }
        // Whole numbers, so that no variation is no variation: n · sum of squares - square of the sum.
        func spread(_ values: [Int]) -> Int {
            let sum = values.reduce(0, +)
            return values.count * values.reduce(0) { $0 + $1 * $1 } - sum * sum
        }
        let total = spread(answers.map { $0.reduce(0, +) })
        guard total > 0 else { return .undefined(.noVariation) }
        let each = (0..<items).reduce(0) { sum, item in sum + spread(answers.map { $0[item] }) }
        let k = Double(items)
        return .value(k / (k - 1) * (1 - Double(each) / Double(total)))
    }
}
