/// A report that a module declares: a query over its records, or the head of one that code computes.
public struct ReportDeclaration: Sendable {
    /// What the rows are.
    public enum Form: String, Sendable, Hashable {
        /// One row for each record that the reader may see.
        case rows
        /// Numbers over groups of records, some of which the reader may not see one by one.
        case aggregate
    }

    /// A column of a declared query.
    public struct Column: Sendable {
        /// What an aggregate column counts.
        public enum Aggregate: Sendable, Hashable {
            case count
            case sum(String), mean(String), minimum(String), maximum(String)
            /// The share of records in which a field or `state` has that value, 0 to 1.
            case share(field: String, value: String)

            /// The field that is measured; nil where records are counted.
            var field: String? {
                switch self {
                case .count: nil
                case .sum(let field), .mean(let field), .minimum(let field), .maximum(let field), .share(let field, _): field
                }
            }
        }

        public var id: String
        public var title: Text?
        public var unit: String?
        /// The path that the value comes from; in an aggregate what rows are grouped by.
        public var path: [String]
        public var measure: Aggregate?
        /// What a column of a report that code computes holds: the name of a column type.
        public var type: String?
        public var span: SourceSpan
    }

    /// A condition on a row: a path and the values it may have, or the parameter that gives it.
    public struct Filter: Sendable {
        public var path: [String]
        public var values: [String]
        public var parameter: String?
        public var span: SourceSpan
    }

    public var module: String
    public var name: String
    public var title: Text?
    public var description: Text?
    /// The relations that may ask for it, held in the workspace, an institution or an offering, or for rows on an activity or a record.
    public var by: [String]
    /// JSON Schema of the parameters.
    public var parameters: Node?
    /// The records and fields that it reads; the first is what a declared query runs over.
    public var reads: [(record: String, reading: ReadGrant.Reading)]
    /// The module's extension points to which other modules give records that it reads.
    public var sources: [String] = []
    /// The roles, held in an institution or an offering, that see in it how far each participant has come, besides lecturer and coordinator.
    public var progress: [String] = []
    public var form: Form
    /// The smallest number of records that a number is shown for; 1 where there is no floor.
    public var floor: Int
    /// `RECORD.STATE` that each record must have reached before anything is shown.
    public var when: (record: String, state: String)?
    public var columns: [Column]
    public var filters: [Filter]
    /// Columns that the rows are sorted by; a leading `-` turns the order.
    public var order: [String]
    /// How a picture is drawn of it: the kind, the column of labels and the columns of values.
    public var chart: (kind: String, labels: String, values: [String])?
    public var span: SourceSpan

    /// The full name, `<module>.<report>`.
    public var id: String { "\(module).\(name)" }
    public var label: Text { title ?? Text(verbatim: name) }
    /// Whether the declaration itself says what the rows are.
    public var isQuery: Bool { columns.contains { !$0.path.isEmpty || $0.measure != nil } }
}
