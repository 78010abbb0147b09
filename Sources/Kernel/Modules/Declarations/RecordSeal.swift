/// A seal on whole records: while it holds, a record is not there for anyone but those excepted, the operator included.
public struct RecordSeal: Sendable {
    /// `RECORD.STATE` that breaks it, of the record or one above it; nil for a seal that nothing breaks.
    public var until: (record: String, state: String)?
    /// Relations for which the record is there all the same, for example `author`.
    public var except: [String]
}
