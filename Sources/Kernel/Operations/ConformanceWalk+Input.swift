import GRDB

extension ConformanceWalk {
    /// The one offering that there is.
    private static let offering = "offering"

    /// What a person would hand in: every field that must be given, and those that the transition needs.
    func input(_ action: any NamedAction, _ type: RecordType, _ transaction: ActionTransaction) throws -> JSONValue {
        if action.fields.isEmpty, let coded = ConformanceValue(action.schema).values.first { return coded }
        let needs = type.workflow?.transitions.first { "\(type.id).\($0.name)" == action.name }?.needs ?? []
        let isUpdate = action.name == "\(type.id).update"
        var pairs: [(key: String, value: JSONValue)] = []
        for field in action.fields {
            let isParent = action.about == nil && field.name == type.parentField
            guard action.required.contains(field.name) || needs.contains(field.name) || isParent || (isUpdate && Self.isPlain(field.type))
            else { continue }
            if let value = try json(field.type, type, field.name, transaction) { pairs.append((field.name, value)) }
        }
        if action.about == nil, let terms = type.shares, let shared = try shared(type, in: transaction) {
            pairs.removeAll { $0.key == terms.number }
            pairs += [(terms.number, .integer(Int(shared.number))), (shared.field, .string(shared.place.id))]
        }
        return .object(pairs)
    }

    private static func isPlain(_ type: FieldType) -> Bool {
        if case .text = type { true } else { false }
    }

    /// A value that the type takes, as a person writes it; nil where there is none to be made.
    func json(_ field: FieldType, _ type: RecordType, _ name: String, _ transaction: ActionTransaction) throws -> JSONValue? {
        switch field {
        case .text(let limits): return .string(text(limits, transaction))
        case .integer(let minimum, let maximum): return .integer(Int(minimum?.rounded(.up) ?? min(0, maximum ?? 0)))
        case .number(let minimum, let maximum): return .number(minimum ?? min(0, maximum ?? 0))
        case .boolean: return .bool(false)
        case .date: return .string("2027-07-01")
        case .instant: return .string("2027-07-01T08:00:00Z")
        case .duration: return .string("P1D")
        case .code(let values): return values.first.map { .string($0.id) }
        case .localized: return .object([("nb", .string("x")), ("nn", .string("x")), ("en", .string("x"))])
        case .json(let schema): return schema.flatMap { ConformanceValue($0.json).values.first } ?? .object([])
        case .list(let item): return try json(item, type, name, transaction).map { .array([$0]) }
        case .file(let limits):
            let kinds = [("application/pdf", "file.pdf"), ("text/plain", "file.txt"), ("image/png", "file.png")]
            return .string(kinds.first { MediaType.fits($0.0, limits.types) }?.1 ?? "file.txt")
        case .alias: return nil
        case .reference(let reference):
            if let by = reference.by {
                let value = try self.by(by, reference, transaction, 0)
                return Int64.fromDatabaseValue(value).map { .integer(Int($0)) } ?? .string(String.fromDatabaseValue(value) ?? "x")
            }
            switch KernelRecord(rawValue: reference.target) {
            case .person: return .string(isOwner(name, type) ? "person" : "person-named")
            case .enrolment: return .string("\(Self.offering)/person")
            case .offering: return .string(Self.offering)
            case .organisation: return .string("organisation")
            case .group: return .string("group")
            case .activity: return .string("\(Self.offering)/activity-\(activity(of: type))")
            case nil:
                guard let target = live.record(reference.target) else { return nil }
                var raising = Self.window(of: type)
                if raised?.record == target.id { raising[target.id] = nil }
                let number = try make(target, in: transaction, depth: 1, raising: raising)
                for transition in raised?.record == target.id ? raised?.path ?? [] : [] {
                    try take(target, number, transition, in: transaction)
                }
                return .string(try id(of: number, target, in: transaction.db))
            }
        }
    }

    /// Whether a field leads to the record's owner.
    func isOwner(_ name: String, _ type: RecordType) -> Bool { type.owner.first == name }

    /// The key of the activity of the kind that the record is done in.
    func activity(of type: RecordType) -> Int {
        (live.modules.flatMap(\.declarations.activities).firstIndex { $0.record == type.id } ?? 0) + 1
    }

    /// What people call a record: its number, or the values of its natural key.
    func id(of number: Int64, _ type: RecordType, in db: Database) throws -> String {
        guard !type.key.isEmpty else { return String(number) }
        return try type.key.map { name in
            let column = SQLName.quoted(SQLName.column(name))
            let sql = "SELECT \(column) FROM \(SQLName.quoted(type.table)) WHERE _id = ?"
            let value = try DatabaseValue.fetchOne(db, sql: sql, arguments: [number]) ?? .null
            var target: String?
            if case .reference(let reference)? = type.field(name)?.type, reference.by == nil { target = reference.target }
            if type.field(name) == nil, name == type.parentField { target = type.parent }
            if let target, let record = live.record(target), let key = Int64.fromDatabaseValue(value) {
                return try id(of: key, record, in: db)
            }
            guard let target, let kernel = KernelRecord(rawValue: target) else {
                return String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init) ?? ""
            }
            let key = "(SELECT \(column) FROM \(SQLName.quoted(type.table)) WHERE _id = \(number))"
            return try String.fetchOne(db, sql: "SELECT \(FieldSQL().known(kernel.rawValue, key))") ?? ""
        }.joined(separator: "/")
    }

    /// The value by which a reference by key leads to a record that is there, made for it where it is a module's.
    func by(_ key: String, _ reference: FieldType.Reference, _ transaction: ActionTransaction, _ depth: Int) throws -> DatabaseValue {
        let (table, column, condition): (String, String, String)
        if let kernel = KernelRecord(rawValue: reference.target) {
            (table, column, condition) = (kernel.table, SQLName.column(key), "1 ORDER BY 1")
        } else if let target = live.record(reference.target) {
            if target.isBulk && reference.keepsDangling { return "x".databaseValue }
            let number = try make(target, in: transaction, depth: depth + 1)
            (table, column, condition) = (target.table, SQLName.column(key), "_id = \(number)")
        } else {
            return "x".databaseValue
        }
        let sql = "SELECT \(SQLName.quoted(column)) FROM \(SQLName.quoted(table)) WHERE \(condition) LIMIT 1"
        return try DatabaseValue.fetchOne(transaction.db, sql: sql) ?? "x".databaseValue
    }
}
