/// What an extension point takes that modules give by declaration alone: records of theirs, with the field for each thing that it asks for.
public struct RecordPoint: Sendable {
    /// What a contribution must name a field for.
    public var required: [String]
    /// What it may name a field for besides.
    public var optional: [String]
}

/// Records of a module that it gives to such a point.
public struct RecordContribution: Sendable {
    /// The full name of the record.
    public var record: String
    /// The field for each thing that the point asks for.
    public var fields: [String: String]
}
