import GRDB

/// A question about records of one kind whose answer may be many: conditions on columns, full-text search, and only the fields needed.
///
/// ```swift
/// var query = RecordQuery("library.book", ["title", "pages"])
/// query.conditions = [.init("shelf", .oneOf(["A", "B"]))]
/// query.words = "whales"
/// ```
public struct RecordQuery: Sendable {
    /// What a field's value must be.
    public enum Condition: Sendable {
        case oneOf([String])
        case number(Int64)
        case isEmpty
        case isPresent
    }

    public struct FieldCondition: Sendable {
        public var field: String
        public var condition: Condition

        public init(_ field: String, _ condition: Condition) {
            self.field = field
            self.condition = condition
        }
    }

    /// The full name, `<module>.<record>`.
    public var kind: String
    /// The fields to fetch; the parent's name among them.
    public var fields: [String]
    public var conditions: [FieldCondition] = []
    /// Words that the searched fields hold, with a trailing `*` as the beginning of a word; the best fit first.
    ///
    /// Empty for no search.
    public var words = ""
    /// The most records to give.
    public var limit: Int?

    public init(_ kind: String, _ fields: [String], _ conditions: [FieldCondition] = []) {
        self.kind = kind
        self.fields = fields
        self.conditions = conditions
    }
}

extension RecordReader {
    /// The records that a query finds and that the reader may see, with only the fields that it names.
    func read(_ type: RecordType, _ query: RecordQuery) throws -> [VisibleRecord] {
        let plan = ReadingPlan(type, standing: standing, live: live, only: Set(query.fields))
        guard let source = try source(type, query, plan) else { return [] }
        var sql = "SELECT \(plan.columns.joined(separator: ", ")) FROM \(source.sql) ORDER BY \(source.order)"
        if let limit = query.limit { sql += " LIMIT \(limit)" }
        var records: [VisibleRecord] = []
        let needs = Set(query.conditions.map(\.field))
        try BulkStatement(db, sql, source.arguments).forEach { row in
            if let record = try plan.record(row, needs: needs, db: db) { records.append(record) }
        }
        return records
    }

    /// How many records a query finds that the reader may see, whatever its limit.
    func count(_ type: RecordType, _ query: RecordQuery) throws -> Int {
        // What a record shows depends on its fields, so that they are counted as they are read where not everything is seen.
        let plan = ReadingPlan(type, standing: standing, live: live, only: Set(query.fields))
        guard let source = try source(type, query, plan) else { return 0 }
        guard plan.seesAll else {
            var query = query
            query.limit = nil
            return try read(type, query).count
        }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(source.sql)", arguments: source.arguments) ?? 0
    }

    /// What a query selects from and by which conditions, and in which order; nil where it can find nothing.
    private func source(
        _ type: RecordType, _ query: RecordQuery, _ plan: ReadingPlan
    ) throws -> (sql: String, order: String, arguments: StatementArguments)? {
        var conditions = [plan.isVisible]
        var arguments: [DatabaseValue] = []
        let isAlone = query.conditions.count == 1 && query.words.isEmpty
        for part in query.conditions {
            let column = "r." + (try type.bulkColumn(part.field))
            switch part.condition {
            case .oneOf(let values):
                conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
                arguments += values.map(\.databaseValue)
            case .number(let number):
                conditions.append("\(column) = ?")
                arguments.append(number.databaseValue)
            // Fields that say when something ended are empty in nearly every row: any other condition finds less.
            case .isEmpty: conditions.append(isAlone ? "\(column) IS NULL" : "likelihood(\(column) IS NULL, 0.5)")
            case .isPresent: conditions.append("\(column) IS NOT NULL")
            }
        }
        var from = "\(SQLName.quoted(type.table)) r"
        var order = "r._id"
        if let words = SearchWords(query.words).expression(type.search) {
            let search = SQLName.quoted(SQLName.search(table: type.table))
            from = "\(search) JOIN \(from) ON r._id = \(search).rowid"
            conditions.append("\(search) MATCH ?")
            arguments.append(words.databaseValue)
            order = "\(search).rank, r._id"
        } else if !query.words.isEmpty {
            return nil
        }
        return ("\(from) WHERE \(conditions.joined(separator: " AND "))", order, StatementArguments(arguments))
    }
}
