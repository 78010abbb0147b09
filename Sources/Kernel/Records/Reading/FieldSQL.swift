import GRDB

/// How a field is read: the SQL that gives its value as people know it, and the value made of what comes.
struct FieldSQL {
    /// The id that people know for a reference, or the column itself.
    func expression(_ type: FieldType, column: String) -> String {
        guard case .reference(let reference) = type, reference.by == nil else { return column }
        return known(reference.target, column)
    }

    /// What people call a record, as an expression over its internal key.
    func known(_ target: String, _ key: String) -> String {
        switch KernelRecord(rawValue: target) {
        case .person: "(SELECT id FROM kernel_person WHERE key = \(key))"
        case .activity: "(SELECT activity FROM kernel_activity WHERE key = \(key))"
        case .group: "(SELECT id FROM kernel_group WHERE key = \(key))"
        case .enrolment:
            "(SELECT e.offering || '/' || p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE e.id = \(key))"
        case .offering, .organisation: key
        case nil: key
        }
    }

    /// The value as JSON, of the form that inputs take too.
    func json(_ value: DatabaseValue, _ type: FieldType?) throws -> JSONValue {
        if value.isNull { return .null }
        switch type {
        case .boolean?: return .bool(Int64.fromDatabaseValue(value) == 1)
        case .instant?:
            guard let microseconds = Int64.fromDatabaseValue(value), let instant = Instant(microseconds: microseconds) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "instant")
            }
            return .string(instant.description)
        case .localized?, .json?: return try JSONValue(parsing: Array((String.fromDatabaseValue(value) ?? "null").utf8))
        case .number?: return .number(Double.fromDatabaseValue(value) ?? 0)
        default:
            switch value.storage {
            case .int64(let integer): return .integer(Int(integer))
            case .double(let double): return .number(double)
            case .string(let string): return .string(string)
            case .blob, .null: return .null
            }
        }
    }
}
