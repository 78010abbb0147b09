/// How often faults of one kind are told in a run: a small file can hold the same mistake many thousand times.
///
/// Beyond the limit they are only counted, so that finding them takes no longer than reading them.
/// ```swift
/// if let suggests = quota.next(at: span) { faults.append(.unknownLayer(name, suggests: suggests, at: span)) }
/// ```
struct FaultQuota {
    /// The most faults of one kind that are told.
    static let most = 1_000
    /// The most of them for which the nearest name is looked for.
    static let suggested = 50

    private var count = 0
    /// Where the first one stands that was not told.
    private var beyond: SourceSpan?

    /// Counts one more fault.
    ///
    /// - Returns: whether the nearest name is to be looked for; nil where the fault is not to be told.
    mutating func next(at span: SourceSpan) -> Bool? {
        count += 1
        guard count > Self.most else { return count <= Self.suggested }
        if beyond == nil { beyond = span }
        return nil
    }

    /// Says how many were not told; empty where all were.
    var rest: [Diagnostic] { rest(.error) }

    /// Says it as gravely as what was told.
    func rest(_ severity: Diagnostic.Severity) -> [Diagnostic] {
        beyond.map { [.moreOfAKind(count - Self.most, severity, at: $0)] } ?? []
    }
}

extension Diagnostic {
    fileprivate static func moreOfAKind(_ count: Int, _ severity: Diagnostic.Severity, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workspace/more-faults", severity,
            Text(
                nb: "det er \(count) feil til av samme slag, som ikke vises",
                nn: "det er \(count) feil til av same slag, som ikkje er viste",
                en: "there are \(count) more faults of the same kind, which are not shown"), at: span)
    }
}
