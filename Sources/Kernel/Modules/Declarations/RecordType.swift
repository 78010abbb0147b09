/// A kind of record that a module declares: its table, its rights and its life.
public struct RecordType: Sendable {
    public var module: String
    public var name: String
    public var title: Text?
    public var was: [String]
    /// The full name of the record that this one hangs under; rights, state and erasure follow it.
    public var parent: String?
    /// A path of declared references to the person whose record it is, for example `enrolment.person`.
    public var owner: [String]
    /// The fields of the natural key; empty where records are known by number alone.
    public var key: [String]
    public var unique: [[String]]
    public var indexes: [[String]]
    /// The relations that may create, change and delete.
    public var create: [String]
    public var update: [String]
    public var delete: [String]
    /// The states in which it may be changed or deleted besides the initial one.
    public var openStates: [String] = []
    /// The allow-list of reading, in the manifest's order.
    public var read: [ReadGrant]
    public var fields: [Field]
    /// The fields in the full-text index.
    public var search: [String]
    public var workflow: Workflow?
    /// Whether only an importer writes it.
    public var isBulk: Bool
    /// Whether who wrote a record is never kept.
    public var isAnonymous: Bool
    /// Until when the whole record is there for nobody but those excepted.
    public var seal: RecordSeal? = nil
    /// The record and the state with which the link from a record to its writer is destroyed; from then on a pseudonym stands there.
    public var pseudonym: (record: String, state: String)? = nil
    /// The records above it that must be in one of those states for people to make, change, move or delete it.
    public var window: [(record: String, states: [String])] = []
    /// Names of code that may refuse that one is made, besides the right.
    public var createGuards: [String] = []
    /// The letter that is sent when one is made; nil for none.
    public var createNotice: String? = nil
    /// Names of code that may refuse that one is changed, besides the right.
    public var updateGuards: [String] = []
    /// How records of this kind are shared; nil where they are not.
    public var sharing: RecordSharing? = nil
    /// That each record of this kind shares another; nil for all other kinds.
    public var shares: ShareTerms? = nil
    /// That each record of this kind recognises work from elsewhere; nil for all other kinds.
    public var recognises: RecognitionTerms? = nil
    public var span: SourceSpan

    /// Whether readers may come to know who wrote a record and when.
    public var tellsWriter: Bool { !isAnonymous && pseudonym == nil }

    /// The full name, `<module>.<record>`.
    public var id: String { "\(module).\(name)" }
    public var table: String { SQLName.table(module: module, record: name) }
    public var label: Text { title ?? Text(verbatim: name) }

    /// The name under which the parent stands in paths and as a column: the last word of its full name.
    public var parentField: String? { parent.map { String($0.split(separator: ".").last ?? "") } }

    /// The field that says which activity a record is for; nil where none does.
    public var activityField: Field? {
        fields.first { field in
            guard case .reference(let reference) = field.type else { return false }
            return reference.by == nil && reference.target == KernelRecord.activity.rawValue
        }
    }

    /// The name under which a record says which activity it is for: that of a field, or of the parent; nil where it is for none.
    var activityName: String? { activityField?.name ?? (parent == KernelRecord.activity.rawValue ? parentField : nil) }

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
