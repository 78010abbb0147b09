/// How a picture is drawn of a table.
///
/// The picture says nothing that the table does not: it is drawn beside it, of the same cells.
/// ```swift
/// table.chart = Chart(.bar, labels: "group", values: ["share"], description: Text(nb: "…", nn: "…", en: "…"))
/// ```
public struct Chart: Sendable, Hashable {
    /// The kind of picture.
    public enum Kind: String, Sendable, Hashable {
        /// A bar for each row and column of values.
        case bar
        /// A line for each column of values, over the rows in their order.
        case line
        /// A ring of stations, one for each row in their order; those with a value above 0 are reached, the last of them is where one stands.
        case cycle
    }

    public var kind: Kind
    /// The id of the column that names the rows.
    public var labels: String
    /// The id of a column whose text follows the name, where the name alone does not tell the rows apart.
    public var details: String?
    /// The ids of the columns that are drawn.
    public var values: [String]
    /// What is to be seen in it, for those who do not see it.
    public var description: Text?

    public init(_ kind: Kind, labels: String, details: String? = nil, values: [String], description: Text? = nil) {
        self.kind = kind
        self.labels = labels
        self.details = details
        self.values = values
        self.description = description
    }
}
