/// Checks that the names a composed variant uses are names that it has: outcomes, aims, institutions; and that no id is used twice.
enum VariantNames {
    /// - Parameters:
    ///   - institutions: the ids of all institutions, sorted.
    ///   - unreadable: the names of layers whose files have faults, which are not missing.
    static func check(_ variant: CourseVariant, institutions: [String], unreadable: HiddenLayers) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let outcomes = variant.outcomes.map(\.id)
        let aims = variant.aims.map(\.id)
        let known = (outcomes: Set(outcomes), aims: Set(aims))
        var quotas = (names: FaultQuota(), twice: FaultQuota())
        func unknown(_ id: String, _ kind: Text, _ known: [String], at span: SourceSpan) {
            guard let suggests = quotas.names.next(at: span) else { return }
            faults.append(.unknownReference(id, kind, known: known, suggests: suggests, at: span))
        }
        for reference in variant.gatherings.lazy.flatMap(\.outcomes) where !known.outcomes.contains(reference.id) {
            unknown(reference.id, .outcome, outcomes, at: reference.span)
        }
        for reference in variant.activities.lazy.flatMap(\.outcomes) where !known.outcomes.contains(reference.id) {
            unknown(reference.id, .outcome, outcomes, at: reference.span)
        }
        for reference in variant.outcomes.lazy.flatMap(\.aims) where !known.aims.contains(reference.id) {
            unknown(reference.id, .aim, aims, at: reference.span)
        }
        let course = variant.body["course"]
        for node in [course?["institution"]].compactMap({ $0 }) + (course?["partners"]?.list ?? []) {
            guard let id = node.string, !institutions.contains(id), !unreadable.contains("institution/\(id)") else { continue }
            unknown(id, .institution, institutions, at: node.span)
        }
        var seen: [String: SourceSpan] = [:]
        for (id, span) in variant.gatherings.map({ ($0.id, $0.span) }) + variant.activities.map({ ($0.id, $0.span) }) {
            guard let first = seen.updateValue(span, forKey: id), quotas.twice.next(at: span) != nil else { continue }
            faults.append(.itemTwice(id, path: "parts", first: first, at: span))
        }
        return faults + quotas.names.rest + quotas.twice.rest
    }
}

extension Text {
    fileprivate static let outcome = Text(nb: "læringsutbyttet", nn: "læringsutbyttet", en: "outcome")
    fileprivate static let aim = Text(nb: "målet", nn: "målet", en: "aim")
    fileprivate static let institution = Text(nb: "institusjonen", nn: "institusjonen", en: "institution")
}
