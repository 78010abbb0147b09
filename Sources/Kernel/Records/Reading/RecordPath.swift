/// A path of references as a scalar SQL expression over a row of a record's table.
///
/// ```swift
/// try RecordPath(live).expression(["enrolment", "person"], of: submission, row: "r")
/// // (SELECT "person" FROM "kernel_enrolment" WHERE "id" = r."enrolment")
/// ```
struct RecordPath {
    let live: LiveConfiguration

    init(_ live: LiveConfiguration) { self.live = live }

    /// What a path leads to.
    enum Target {
        case record(String)
        case value(FieldType?)
    }

    /// A path's SQL and what it leads to; nil where a word of it is unknown.
    func resolve(_ path: [String], of type: RecordType, row: String) -> (sql: String, target: Target)? {
        var sql = row
        var place = Target.record(type.id)
        var isRow = true
        for word in path {
            guard case .record(let id) = place, let step = step(word, from: id) else { return nil }
            if isRow {
                sql = "\(row).\(SQLName.quoted(step.column))"
            } else {
                let (table, key) = tableAndKey(id)
                sql = "(SELECT \(SQLName.quoted(step.column)) FROM \(SQLName.quoted(table)) WHERE \(SQLName.quoted(key)) = \(sql))"
            }
            isRow = false
            place = step.target
        }
        return isRow ? ("\(row)._id", place) : (sql, place)
    }

    /// The condition that a path leads to one of some values, written so that the rows are looked up from the values.
    ///
    /// - Parameter values: a list or a query, as it stands within the brackets of `IN`.
    /// - Returns: nil where the path leads nowhere.
    func condition(_ path: [String], of type: RecordType, row: String, isIn values: String) -> String? {
        var steps: [(table: String, key: String, column: String)] = []
        var place = Target.record(type.id)
        for word in path {
            guard case .record(let id) = place, let step = step(word, from: id) else { return nil }
            let (table, key) = tableAndKey(id)
            steps.append((SQLName.quoted(table), SQLName.quoted(key), SQLName.quoted(step.column)))
            place = step.target
        }
        guard let first = steps.first else { return nil }
        let found = steps.dropFirst().reversed().reduce(values) { "SELECT \($1.key) FROM \($1.table) WHERE \($1.column) IN (\($0))" }
        return "\(row).\(first.column) IN (\(found))"
    }

    /// The table of a record and the column of its internal key.
    func tableAndKey(_ id: String) -> (table: String, key: String) {
        if let kernel = KernelRecord(rawValue: id) { return (kernel.table, kernel.key) }
        return (live.record(id)?.table ?? "", "_id")
    }

    private func step(_ word: String, from id: String) -> (column: String, target: Target)? {
        if let kernel = KernelRecord(rawValue: id) {
            if let reference = kernel.references.first(where: { $0.name == word }) {
                return (SQLName.column(word), .record(reference.target.rawValue))
            }
            return kernel.values.contains { $0.name == word } ? (SQLName.column(word), .value(nil)) : nil
        }
        guard let type = live.record(id) else { return nil }
        if let field = type.field(word) {
            if case .reference(let reference) = field.type, reference.by == nil { return (field.column, .record(reference.target)) }
            if case .list = field.type { return nil }
            return (field.column, .value(field.type))
        }
        if word == type.parentField, let parent = type.parent { return (SQLName.column(word), .record(parent)) }
        return switch word {
        case "state" where type.workflow != nil: ("_state", .value(nil))
        case "version": ("_version", .value(nil))
        case "author" where type.tellsWriter: ("_author", .value(nil))
        case "created" where type.tellsWriter: ("_created", .value(.instant))
        case "changed" where type.tellsWriter: ("_changed", .value(.instant))
        case "id": ("_id", .value(nil))
        default: nil
        }
    }
}
