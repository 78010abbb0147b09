/// What one relation may read of a record.
///
/// Files write `lecturer: all`, `examiner: [text, alias]`, or `{fields: all, once: delivered, where: {shared: true}}`.
public struct ReadGrant: Sendable {
    /// The relation that nobody is without.
    static let everyone = "everyone"

    /// Which fields.
    public enum Reading: Sendable, Hashable {
        case all
        case fields([String])
    }

    /// A value that the record must have: a path and the words that fit.
    ///
    /// A list fits where one of its values does.
    public struct Filter: Sendable, Hashable {
        public var path: [String]
        public var values: [String]
    }

    public var relation: String
    public var reading: Reading
    /// A state that the record must have been in; nil from the start.
    public var once: String?
    /// What must hold besides.
    public var filters: [Filter]

    public init(_ relation: String, _ reading: Reading, once: String? = nil, filters: [Filter] = []) {
        self.relation = relation
        self.reading = reading
        self.once = once
        self.filters = filters
    }

    /// Whether a field, or one of the names `author` and that of the parent, may be read.
    public func allows(_ name: String) -> Bool {
        switch reading {
        case .all: true
        case .fields(let names): names.contains(name)
        }
    }
}
