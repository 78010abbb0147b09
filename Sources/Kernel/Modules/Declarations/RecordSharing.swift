/// How records of a kind are shared with others, one by one: through which record, and who may do it.
public struct RecordSharing: Sendable {
    /// The full name of the record each of which shares one other.
    public var through: String
    /// The relations to the shared record that may share it.
    public var by: [String]
    /// Those of them each of whom must say yes before it is shared: fields that name people, or the author; empty where one is enough.
    public var agreedBy: [String]
}

/// That each record of a kind shares one other record with those whom it names, as long as it is in one state and its time has not passed.
///
/// Whom it names is said by its references to people, groups, organisations and offerings: all of those that it has must hold.
public struct ShareTerms: Sendable {
    /// The field that holds the name of the kind of record that is shared.
    public var record: String
    /// The field that holds its number.
    public var number: String
    /// The state in which it shares; in every other one it does not.
    public var state: String
    /// The field that holds the role that one must have in the group, the organisation or the offering; nil for any.
    public var role: String?
    /// The field that holds the day, or the instant, until which it shares, the day included; nil where none does.
    public var until: String?
    /// The state in which it waits for the yes of others, and shares nothing; nil where it waits for nobody.
    public var asks: String?
    /// The field that lists those who have said yes.
    public var agreed: String?
}

extension RecordType {
    /// The fields by which a record that shares another names whom it is for.
    public var places: [(field: Field, target: KernelRecord)] {
        fields.compactMap { field in
            guard case .reference(let reference) = field.type, reference.by == nil,
                let target = KernelRecord(rawValue: reference.target), Self.audiences.contains(target)
            else { return nil }
            return (field, target)
        }
    }

    private static let audiences: Set<KernelRecord> = [.person, .group, .organisation, .offering]
}
