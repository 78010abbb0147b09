public import GRDB

/// A report that is asked for by its name.
public protocol NamedReport: Sendable {
    /// The full name, `<module>.<report>`.
    var name: String { get }
    var title: Text { get }
    /// What it says, in a sentence or two.
    var explanation: Text? { get }
    /// The relations that may ask for it; `everyone` where each sees her own.
    var by: [String] { get }
    /// JSON Schema of the parameters.
    var schema: JSONValue { get }
    /// Whether what it gives is kept, so that the store must be open for writing.
    var keepsPrints: Bool { get }

    /// The report.
    ///
    /// Called inside a transaction; it writes only where `keepsPrints`.
    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer
}

extension NamedReport {
    public var explanation: Text? { nil }
    public var keepsPrints: Bool { false }
}

/// What a report gives: its table, and tables that people see around it.
public struct ReportAnswer: Sendable {
    /// The table that programs read.
    public var table: Table
    /// Tables that people see before it: sums, with pictures.
    public var before: [Table]
    /// Tables that people see after it.
    public var after: [Table]

    public init(_ table: Table, before: [Table] = [], after: [Table] = []) {
        self.table = table
        self.before = before
        self.after = after
    }

    /// Says of its tables what people call their parameters.
    mutating func call(parameters titles: [String: Text]) {
        table.parameterTitles = titles
        for index in before.indices { before[index].parameterTitles = titles }
        for index in after.indices { after[index].parameterTitles = titles }
    }

    /// All of it, as people read it.
    public var all: [Table] { before + [table] + after }
}
