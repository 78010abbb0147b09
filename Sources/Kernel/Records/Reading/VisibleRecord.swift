/// A record as one reader may see it.
public struct VisibleRecord: Sendable {
    public var type: RecordType
    /// Its number among records of its kind.
    public var number: Int64
    public var state: String?
    /// How often it has changed, from 1.
    public var version: Int
    /// When it was made and last changed; nil for an anonymous record, and for a reader to whom an alias stands for the person, or who
    /// reads what was sealed and is not told who wrote it: the log and other records would tell by the instant whose it is.
    public var created: Instant?
    public var changed: Instant?
    /// The relations by which it is read; empty for the operator and the system.
    public var relations: [String]
    /// What may be read, by field name, in the order of the manifest; `author` and the parent's name among them where they may be read.
    public var values: [(name: String, value: JSONValue)]

    /// Whether the reader is told an alias, or of what was sealed its text alone, and not whose the record is.
    public var isBlind = false

    public subscript(name: String) -> JSONValue? { values.first { $0.name == name }?.value }

    /// The state in the words of the manifest.
    public var stateLabel: Text? { state.map { type.workflow?.state($0)?.label ?? Text(verbatim: $0) } }

    /// Whether a word of a path from it may be read: a field, or what every record has.
    func shows(_ word: String) -> Bool {
        if self[word] != nil { return true }
        guard type.field(word) == nil else { return false }
        return switch word {
        case "id", "state", "version": true
        case "created": created != nil
        case "changed": changed != nil
        default: false
        }
    }
}
