/// A field of a record, or an input of a transition or an action.
public struct Field: Sendable {
    /// What the law and the module say of a personal field.
    public enum Personal: Sendable, Hashable {
        case no
        case yes(purpose: String, retention: String, source: String)
    }

    /// Until when nobody reads a field, whatever right he has.
    public struct Seal: Sendable, Hashable {
        /// `RECORD.STATE`: the seal is broken once that record has been in that state.
        public var record: String
        public var state: String
        /// Relations that read it all the same, for example `author`.
        public var except: [String]
    }

    public var name: String
    public var title: Text?
    public var description: Text? = nil
    public var type: FieldType
    public var isRequired: Bool
    /// The value where none is given.
    public var fallback: Node?
    public var personal: Personal
    public var seal: Seal?
    /// Former names, newest first.
    public var was: [String]
    public var span: SourceSpan
    /// Whether only transitions and the module's code give it: nobody does when making or changing the record.
    public var isDecided = false
    /// The activity's setting that the value is copied from when the record is made; then it is decided.
    public var setting: String? = nil
    /// Whether it is given when the record is made and never changed by an update; a transition that needs it may still give it.
    public var isFixed = false

    /// Whether it is a whole number.
    var isInteger: Bool { if case .integer = type { true } else { false } }
    /// The column in the record's table: the name with `_` for `-`.
    public var column: String { SQLName.column(name) }

    /// What people read as its name.
    public var label: Text { title ?? Text(verbatim: name) }
}
