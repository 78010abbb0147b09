/// Which deadlines of records follow from what is sealed, so that a plan says nothing of when they run and end.
struct HiddenDeadlines {
    private let index: DeclarationIndex

    init(_ index: DeclarationIndex) { self.index = index }

    /// - Parameters:
    ///   - name: the name of a deadline of the record.
    ///   - type: the record, by whose full name the one with the rules in question is found.
    func hides(_ name: String, of type: RecordType) -> Bool { hides(name, of: index.types[type.id] ?? type, depth: 0) }

    /// - Parameter path: a moment, or the name of a deadline.
    private func hides(_ path: String, of type: RecordType, depth: Int) -> Bool {
        // Deadlines in a circle are refused before they run.
        guard !type.isVeiled, depth < 32 else { return true }
        switch MomentSource(path, of: type, in: index) {
        case .field(let name)?: return type.field(name)?.seal != nil
        case .deadline(let name)?:
            guard let rule = type.workflow?.deadline(name) else { return false }
            let fields = [rule.length, rule.onlyIf?.field].compactMap { $0 }
            return fields.contains { type.field($0)?.seal != nil }
                || rule.openWhile.contains { index.types[$0.record]?.isVeiled == true }
                || rule.moments.contains { $0.path != name && hides($0.path, of: type, depth: depth + 1) }
        case .deadlineAbove(let kind, let name)?: return index.types[kind].map { hides(name, of: $0, depth: depth + 1) } ?? false
        case .state(let kind, _)?: return index.types[kind]?.isVeiled == true
        default: return false
        }
    }
}
