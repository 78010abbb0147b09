import GRDB

/// What shares another record needs one to share, and somebody to share it with.
extension ConformanceWalk {
    /// The number of a record that one of the type can share, newly made, and the first place that is a group, an organisation or an offering.
    ///
    /// - Returns: nil for a type that shares nothing.
    func shared(
        _ type: RecordType, in transaction: ActionTransaction
    ) throws -> (kind: String, number: Int64, field: String, place: RecordPlaceName)? {
        guard let terms = type.shares, case .code(let kinds)? = type.field(terms.record)?.type,
            let kind = (waiting(type, terms, kinds.map(\.id)) ?? kinds.first?.id),
            let target = live.record("\(type.module).\(kind)"), let place = type.places.first(where: { Self.name(of: $0.target) != nil }),
            let name = Self.name(of: place.target)
        else { return nil }
        return (kind, try make(target, in: transaction, depth: 1), place.field.name, name)
    }

    /// A kind that waits for the yes of several, where a row is wanted that waits; nil where none is.
    private func waiting(_ type: RecordType, _ terms: ShareTerms, _ kinds: [String]) -> String? {
        guard terms.asks != nil, raised?.record == type.id, raised?.path.isEmpty == true else { return nil }
        return kinds.first { live.record("\(type.module).\($0)")?.sharing?.agreedBy.isEmpty == false }
    }

    /// How the one place of a kind that is staged is called, by its internal key and by its id.
    struct RecordPlaceName {
        var key: FieldValue
        var id: String
    }

    private static func name(of target: KernelRecord) -> RecordPlaceName? {
        switch target {
        case .group: RecordPlaceName(key: .scalar(Int64(1).databaseValue), id: "group")
        case .organisation: RecordPlaceName(key: .scalar("organisation".databaseValue), id: "organisation")
        case .offering: RecordPlaceName(key: .scalar("offering".databaseValue), id: "offering")
        default: nil
        }
    }
}
