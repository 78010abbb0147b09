import GRDB

/// What the records that are there have in a field that becomes another.
extension ModuleImpact {
    /// A field as it was and as it is to be, where a change is about one that stays.
    private func field(_ change: TableChange, _ old: RecordType?, _ wanted: [RecordType]) throws -> (
        old: RecordType, was: Field, is: Field
    )? {
        let name: String
        switch change.kind {
        case .widen(let field), .narrow(let field), .tighten(let field): name = field
        default: return nil
        }
        guard let old, try db.tableExists(old.table), let field = wanted.first(where: { $0.name == change.record })?.field(name),
            let before = TableDiffer.match(field, in: old)
        else { return nil }
        return (old, before, field)
    }

    /// How many rows would have no value in a field that must have one; nil where the change is none of a field.
    func lacking(_ change: TableChange, _ old: RecordType?, _ wanted: [RecordType]) throws -> Int? {
        if case .addField(let name) = change.kind {
            guard let old, let field = wanted.first(where: { $0.name == change.record })?.field(name), field.isRequired,
                field.fallback == nil
            else { return nil }
            return try rows(old)
        }
        guard let (old, before, field) = try field(change, old, wanted), field.isRequired else { return nil }
        let table = SQLName.quoted(old.table)
        switch (before.type, field.type) {
        case (.list, .list):
            guard !before.isRequired else { return nil }
            let list = SQLName.quoted(SQLName.list(table: old.table, field: before.name))
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(table) r WHERE NOT EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id)")
        case (.list, _): return field.fallback == nil ? try rows(old) : nil
        case (_, .list): return try rows(old)
        default: break
        }
        guard field.fallback == nil else { return nil }
        let value = CarriedValue(before: before.type, after: field.type).sql(SQLName.quoted(before.column))
        // A text that must be there says something.
        let isBlank = if case .text = field.type, !before.isRequired { " OR trim(\(value)) = ''" } else { "" }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE (\(value)) IS NULL\(isBlank)")
    }

    /// How many rows have a value that the field cannot take over; nil where the change is none of a field that stays.
    func losing(_ change: TableChange, _ old: RecordType?, _ wanted: [RecordType]) throws -> Int? {
        guard let (old, before, field) = try field(change, old, wanted) else { return nil }
        let table = SQLName.quoted(old.table)
        let list = SQLName.quoted(SQLName.list(table: old.table, field: before.name))
        switch (before.type, field.type) {
        case (.list(let from), .list(let to)):
            let value = CarriedValue(before: from, after: to).sql("value")
            return try Int.fetchOne(db, sql: "SELECT count(DISTINCT record) FROM \(list) WHERE (\(value)) IS NULL")
        case (.list, _): return try Int.fetchOne(db, sql: "SELECT count(DISTINCT record) FROM \(list)")
        default:
            let column = SQLName.quoted(before.column)
            let value = CarriedValue(before: before.type, after: field.type).sql(column)
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(column) IS NOT NULL AND (\(value)) IS NULL")
        }
    }

    /// How many rows have a value that the field takes over and would not take from anyone who wrote it now; nil where the change is none of
    /// a field that stays.
    func misfits(_ change: TableChange, _ old: RecordType?, _ wanted: [RecordType]) throws -> Int? {
        guard let (old, before, field) = try field(change, old, wanted) else { return nil }
        let table = SQLName.quoted(old.table)
        if case .list(let from) = before.type, case .list(let to) = field.type {
            let list = SQLName.quoted(SQLName.list(table: old.table, field: before.name))
            return try misfits(from, to, rows: "SELECT record, value FROM \(list)")
        }
        return try misfits(before.type, field.type, rows: "SELECT _id AS record, \(SQLName.quoted(before.column)) AS value FROM \(table)")
    }

    /// - Parameter rows: selects the number of each `record` and a `value`.
    private func misfits(_ before: FieldType, _ after: FieldType, rows: String) throws -> Int {
        guard after.isTighter(than: before) || before.word != after.word else { return 0 }
        var records: Set<Int64> = []
        if case .file(let limits) = after {
            guard case .file = before else { return 0 }
            let sql = "SELECT r.record, f.size, f.type FROM (\(rows)) r JOIN kernel_file f ON f.digest = r.value"
            try BulkStatement(db, sql, []).forEach { row in
                if row.integer(1) > Int64(limits.maximum) || !MediaType.fits(row.text(2), limits.types) { records.insert(row.integer(0)) }
            }
            return records.count
        }
        switch after {
        case .text, .integer, .number, .json: break
        default: return 0
        }
        let value = CarriedValue(before: before, after: after).sql("value")
        guard value != "NULL" else { return 0 }
        let schema = try InputReader.compile(InputSchema.of(after))
        try BulkStatement(db, "SELECT record, \(value) FROM (\(rows)) WHERE (\(value)) IS NOT NULL", []).forEach { row in
            let json = try FieldSQL().json(row.value(1), after)
            let node = try StoredNode.read(String(decoding: try json.canonical, as: UTF8.self), name: "value")
            if !schema.validate(node).isEmpty { records.insert(row.integer(0)) }
        }
        return records.count
    }
}
