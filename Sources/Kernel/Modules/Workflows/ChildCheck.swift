/// Proves of transitions that wait for records right under their own that somebody can make such a record.
struct ChildCheck {
    let index: DeclarationIndex
    /// The modules whose code may make records and take transitions as it likes.
    let coded: Set<String>

    func faults(of type: RecordType) -> [Diagnostic] {
        guard !coded.contains(type.module) else { return [] }
        return (type.workflow?.transitions ?? []).compactMap { step in
            guard step.by.isEmpty, let condition = step.when, let missing = missing(condition, of: type) else { return nil }
            return .nobodyMakes(missing.child.name, transition: step.name, record: missing.child.span, at: missing.span)
        }
    }

    /// A record that a condition cannot hold without and that nobody can make; nil where it may hold.
    private func missing(_ condition: Condition, of type: RecordType) -> (child: RecordType, span: SourceSpan)? {
        switch condition {
        case .passed: return nil
        case .children(let record, _, _, let span):
            guard let child = index.types[record], child.parent == type.id, !canBeMade(child) else { return nil }
            return (child, span)
        case .all(let parts): return parts.lazy.compactMap { missing($0, of: type) }.first
        case .any(let parts):
            let found = parts.map { missing($0, of: type) }
            return found.contains { $0 == nil } ? nil : found.first ?? nil
        }
    }

    /// Whether a person, an importer or code makes records of a kind.
    private func canBeMade(_ type: RecordType) -> Bool {
        !type.create.isEmpty || type.isBulk || type.isAnonymous || coded.contains(type.module)
    }
}
