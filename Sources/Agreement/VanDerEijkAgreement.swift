/// Van der Eijk's agreement A of answers on an ordered scale: 1 for one category, 0 for an even spread, -1 for half at each end.
///
/// Source: van der Eijk 2001, Measuring agreement in ordered rating scales, doi:10.1023/A:1010374114305.
public enum VanDerEijkAgreement {
    /// - Parameter counts: how often each category was chosen, in order; at least three categories.
    public static func of(_ counts: [Int]) -> Coefficient {
        guard counts.count >= 3 else { return .undefined(.tooFewCategories) }
        let n = counts.reduce(0, +)
        guard n > 0 else { return .undefined(.noValues) }
        var rest = counts
        var sum = 0.0
        while let least = rest.filter({ $0 > 0 }).min() {
            let layer = rest.map { $0 > 0 }
            let used = layer.count { $0 }
            sum += Double(least * used) / Double(n) * agreement(layer, used: used)
            rest = rest.map { $0 > 0 ? $0 - least : 0 }
        }
        return .value(sum)
    }

    /// How far answers are driven apart: 0 where all agree, 1 where half stand at each end.
    public static func polarisation(_ agreement: Coefficient) -> Coefficient {
        if case .value(let a) = agreement { .value((1 - a) / 2) } else { agreement }
    }

    /// A of a layer, in which categories are either used equally often or not at all.
    private static func agreement(_ layer: [Bool], used: Int) -> Double {
        let k = layer.count
        if used == k { return 0 }
        return unimodality(layer, used: used) * (1 - Double(used - 1) / Double(k - 1))
    }

    private static func unimodality(_ layer: [Bool], used: Int) -> Double {
        if used == 1 { return 1 }
        // Of each triple with two used categories: whether the unused one lies outside or between them.
        var (outside, between) = (0, 0)
        var before = 0
        for isUsed in layer {
            if isUsed {
                before += 1
                continue
            }
            let after = used - before
            between += before * after
            outside += before * (before - 1) / 2 + after * (after - 1) / 2
        }
        let k = Double(layer.count)
        return ((k - 2) * Double(outside) - (k - 1) * Double(between)) / ((k - 2) * Double(outside + between))
    }
}
