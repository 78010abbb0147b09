/// Intervals by drawing again and again, with replacement, from what there is.
///
/// Every draw comes from the generator that is handed in: the same generator from the same seed gives the same bytes. Source: Efron and
/// Tibshirani 1993, chapter 13 (percentile interval); of alpha the units are drawn, as in Zapf et al. 2016, doi:10.1186/s12874-016-0200-9.
public struct Bootstrap<Generator: RandomNumberGenerator> {
    private var generator: Generator
    private let draws: Int
    private let level: Double

    /// - Parameters:
    ///   - draws: how many times to draw.
    ///   - level: the share of the draws that the interval holds, 0 to 1.
    public init(_ generator: Generator, draws: Int = 1000, level: Double = 0.95) {
        self.generator = generator
        self.draws = draws
        self.level = level
    }

    /// The interval of a statistic over units, of which as many as there are are drawn each time.
    public mutating func interval(units: Int, _ statistic: ([Int]) -> Coefficient) -> BootstrapInterval? {
        guard units > 0 else { return nil }
        var values: [Double] = []
        values.reserveCapacity(draws)
        var drawn = [Int](repeating: 0, count: units)
        for _ in 0..<draws {
            for index in drawn.indices { drawn[index] = Int(below(UInt64(units))) }
            if let value = statistic(drawn).number { values.append(value) }
        }
        return summary(values)
    }

    /// The interval of a statistic over counts, from which as many answers as there are are drawn each time.
    public mutating func interval(counts: [Int], _ statistic: ([Int]) -> Coefficient) -> BootstrapInterval? {
        let answers = counts.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        guard !answers.isEmpty else { return nil }
        var values: [Double] = []
        values.reserveCapacity(draws)
        for _ in 0..<draws {
            var drawn = [Int](repeating: 0, count: counts.count)
            for _ in answers { drawn[answers[Int(below(UInt64(answers.count)))]] += 1 }
            if let value = statistic(drawn).number { values.append(value) }
        }
        return summary(values)
    }

    /// The values that cut off equal shares below and above; nil where the statistic is undefined in more than one draw of ten.
    private func summary(_ values: [Double]) -> BootstrapInterval? {
        guard !values.isEmpty, values.count * 10 >= draws * 9 else { return nil }
        let sorted = values.sorted()
        let cut = Int((Double(sorted.count) * (1 - level) / 2).rounded(.down))
        return BootstrapInterval(
            lower: sorted[cut], upper: sorted[sorted.count - 1 - cut], level: level, draws: draws, undefined: draws - values.count)
    }

    /// A number below `bound`, each as likely (Lemire 2019, doi:10.1145/3230636); written out, so that no library's way of drawing counts.
    private mutating func below(_ bound: UInt64) -> UInt64 {
        var product = bound.multipliedFullWidth(by: generator.next())
        let threshold = (0 &- bound) % bound
        while product.low < threshold { product = bound.multipliedFullWidth(by: generator.next()) }
        return product.high
    }
}
