/// A parsed regular expression.
indirect enum PatternNode: Sendable {
    enum Assertion: Sendable { case start, end, boundary, notBoundary }

    case empty
    case set(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, least: Int, most: Int?)

    /// How many instructions it takes, at most `limit` + 1, so that repetitions of repetitions do not overflow.
    func size(limit: Int) -> Int {
        func bounded(_ value: (Int, overflow: Bool)) -> Int { value.overflow ? limit + 1 : min(value.0, limit + 1) }
        switch self {
        case .empty: return 0
        case .set, .assertion: return 1
        case .sequence(let parts): return parts.reduce(0) { bounded($0.addingReportingOverflow($1.size(limit: limit))) }
        case .choice(let parts):
            return parts.reduce(0) { bounded($0.addingReportingOverflow($1.size(limit: limit) + 2)) }
        case .repeated(let part, let least, let most):
            let size = part.size(limit: limit)
            let fixed = bounded(size.multipliedReportingOverflow(by: least))
            guard let most else { return bounded(fixed.addingReportingOverflow(size + 2)) }
            let optional = bounded((size + 1).multipliedReportingOverflow(by: most - least))
            return bounded(fixed.addingReportingOverflow(optional))
        }
    }

    /// Whether it can match at the start of the text only.
    var isAnchored: Bool {
        switch self {
        case .assertion(.start): true
        case .sequence(let parts): parts.first?.isAnchored ?? false
        case .choice(let parts): parts.allSatisfy(\.isAnchored)
        case .repeated(let part, let least, _): least > 0 && part.isAnchored
        default: false
        }
    }
}
