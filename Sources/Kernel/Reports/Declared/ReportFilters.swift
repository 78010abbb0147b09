import GRDB

/// The conditions of a declared report as SQL over a row `r`, with the paths that they speak of.
struct ReportFilters {
    private(set) var sql = "1"
    private(set) var arguments: [DatabaseValue] = []
    private(set) var paths: [ReportPath] = []
    /// Single fields that must be readable.
    private(set) var fields: Set<String> = []

    init(_ declaration: ReportDeclaration, of type: RecordType, _ request: ReportRequest) {
        var conditions: [String] = []
        for filter in declaration.filters {
            var values = filter.values
            if let parameter = filter.parameter {
                guard let given = request.parameters[parameter] else { continue }
                values = ReportRequest.words(given)
            }
            conditions.append(condition(filter.path, values, of: type, request.live))
        }
        if !conditions.isEmpty { sql = conditions.joined(separator: " AND ") }
    }

    private mutating func condition(_ path: [String], _ values: [String], of type: RecordType, _ live: LiveConfiguration) -> String {
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        if path.count == 1, let field = type.field(path[0]), case .list(let item) = field.type {
            fields.insert(field.name)
            arguments += values.map { RecordFilter.value($0, item) }
            let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
            let expression = FieldSQL().expression(item, column: "l.value")
            return "EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id AND \(RecordFilter.compared(expression, item)) IN (\(marks)))"
        }
        guard let found = ReportPath(path, of: type, live: live) else { return "0" }
        paths.append(found)
        let type: FieldType? =
            switch found.end {
            case .field(let field): field.type
            case .value(.instant): .instant
            default: nil
            }
        arguments += values.map { RecordFilter.value($0, type) }
        return "\(RecordFilter.compared(found.sql, type)) IN (\(marks))"
    }
}
