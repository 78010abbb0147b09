/// A record with all that it holds, for code that acts on it; not for showing to anyone.
public struct RecordContent: Sendable {
    public var type: RecordType
    public var number: Int64
    public var state: String?
    public var version: Int
    public var author: String?
    /// Where it lies: filled as far as the record has them.
    public var offering: String?
    public var enrolment: Int64?
    public var activity: Int64?
    /// The internal key of the person whose record it is.
    public var owner: Int64?
    /// The number of the parent, if the parent is a module's record.
    public var parent: Int64?
    /// Every field, in the form that inputs take.
    public var values: [String: JSONValue]
    /// The record, those above it, and the enrolment, offering and person that it belongs to, as its events name them.
    var references: [RecordReference] = []
}
