extension ConformanceWalk {
    /// The one offering that there is.
    private static let offering = "offering"

    /// What a person would hand in: every field that must be given, and those that the transition needs.
    func input(_ action: any NamedAction, _ type: RecordType, _ transaction: ActionTransaction) throws -> JSONValue {
        let needs = type.workflow?.transitions.first { "\(type.id).\($0.name)" == action.name }?.needs ?? []
        let isUpdate = action.name == "\(type.id).update"
        var pairs: [(key: String, value: JSONValue)] = []
        for field in action.fields {
            let isParent = action.about == nil && field.name == type.parentField
            guard action.required.contains(field.name) || needs.contains(field.name) || isParent || (isUpdate && Self.isPlain(field.type))
            else { continue }
            if let value = try json(field.type, type, field.name, transaction) { pairs.append((field.name, value)) }
        }
        if action.about == nil, let terms = type.shares, let shared = try shared(type, in: transaction) {
            pairs.removeAll { $0.key == terms.number }
            pairs += [(terms.number, .integer(Int(shared.number))), (shared.field, .string(shared.place.id))]
        }
        return .object(pairs)
    }

    private static func isPlain(_ type: FieldType) -> Bool {
        if case .text = type { true } else { false }
    }

    /// A value that the type takes, as a person writes it; nil where there is none to be made.
    func json(_ field: FieldType, _ type: RecordType, _ name: String, _ transaction: ActionTransaction) throws -> JSONValue? {
        switch field {
        case .text(let limits): return .string(text(limits, transaction))
        case .integer(let minimum, let maximum): return .integer(Int(minimum?.rounded(.up) ?? min(0, maximum ?? 0)))
        case .number(let minimum, let maximum): return .number(minimum ?? min(0, maximum ?? 0))
        case .boolean: return .bool(false)
        case .date: return .string("2027-07-01")
        case .instant: return .string("2027-07-01T08:00:00Z")
        case .duration: return .string("P1D")
        case .code(let values): return values.first.map { .string($0.id) }
        case .localized: return .object([("nb", .string("x")), ("nn", .string("x")), ("en", .string("x"))])
        case .json: return .object([])
        case .list(let item): return try json(item, type, name, transaction).map { .array([$0]) }
        case .file(let limits):
            let kinds = [("application/pdf", "file.pdf"), ("text/plain", "file.txt"), ("image/png", "file.png")]
            return .string(kinds.first { MediaType.fits($0.0, limits.types) }?.1 ?? "file.txt")
        case .alias: return nil
        case .reference(let reference):
            guard reference.by == nil else { return .string("x") }
            switch KernelRecord(rawValue: reference.target) {
            case .person: return .string(isOwner(name, type) ? "person" : "person-named")
            case .enrolment: return .string("\(Self.offering)/person")
            case .offering: return .string(Self.offering)
            case .organisation: return .string("organisation")
            case .group: return .string("group")
            case .activity: return .string("\(Self.offering)/activity-\(activity(of: type))")
            case nil:
                guard let target = live.record(reference.target), target.key.isEmpty else { return nil }
                let number = try make(target, in: transaction, depth: 1)
                for transition in raised?.record == target.id ? raised?.path ?? [] : [] {
                    try take(target, number, transition, in: transaction)
                }
                return .string(String(number))
            }
        }
    }

    /// Whether a field leads to the record's owner.
    func isOwner(_ name: String, _ type: RecordType) -> Bool { type.owner.first == name }

    /// The key of the activity of the kind that the record is done in.
    func activity(of type: RecordType) -> Int {
        (live.modules.flatMap(\.declarations.activities).firstIndex { $0.record == type.id } ?? 0) + 1
    }
}
