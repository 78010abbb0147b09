import GRDB

/// What a reader may see of records of one type: the SQL that fetches it, and the record made of each row.
///
/// Every row brings two bit sets: the grants that hold for it and the seals that lie on it. From them follows what may be read; a field
/// counts only if every grant that holds allows it, since the most limited relation decides.
struct ReadingPlan {
    let type: RecordType
    let live: LiveConfiguration
    private let grants: [ReadGrant]
    private let seals: [Field.Seal]
    private let readsAll: Bool
    private let readsSealed: Bool
    private let fields: [(name: String, type: FieldType?, sql: String)]
    private let grantBits: String
    private let sealBits: String

    /// - Parameter only: the fields to fetch; nil for all.
    init(_ type: RecordType, standing: Standing, live: LiveConfiguration, only: Set<String>? = nil) {
        self.type = type
        self.live = live
        let relations = RelationSQL(type, row: "r", standing: standing, live: live)
        readsAll = standing.person == nil
        readsSealed = standing.actor == .system
        grants = readsAll ? [] : type.read
        grantBits = Self.bits(grants.map(relations.condition))
        seals = readsSealed ? [] : Array(Set(type.fields.compactMap(\.seal))).sorted { ($0.record, $0.state) < ($1.record, $1.state) }
        sealBits = Self.bits(
            seals.map { seal in
                let excepted = seal.except.map(relations.condition)
                return "(\(relations.sealed(seal))" + (excepted.isEmpty ? ")" : " AND NOT (\(excepted.joined(separator: " OR "))))")
            })
        fields = Self.fields(of: type, live: live).filter { only?.contains($0.name) ?? true }
    }

    private static func bits(_ conditions: [String]) -> String {
        // SQLite gives `<<` and `|` the same precedence: each shift needs its own parentheses.
        conditions.isEmpty ? "0" : conditions.enumerated().map { "((\($1)) << \($0))" }.joined(separator: " | ")
    }

    /// The parent, the fields and the author, each with the SQL of its value; lists give their count.
    private static func fields(of type: RecordType, live: LiveConfiguration) -> [(name: String, type: FieldType?, sql: String)] {
        let values = FieldSQL(live: live)
        var fields: [(String, FieldType?, String)] = []
        if let parent = type.parent, let name = type.parentField, type.field(name) == nil {
            fields.append((name, nil, values.known(parent, "r.\(SQLName.quoted(SQLName.column(name)))")))
        }
        for field in type.fields {
            if case .list = field.type {
                fields.append((field.name, field.type, "NULL"))
            } else if case .file = field.type {
                let name = SQLName.quoted(field.column + "__name")
                let digest = SQLName.quoted(field.column)
                fields.append((field.name, field.type, "CASE WHEN r.\(digest) IS NULL THEN NULL ELSE r.\(digest) || ' ' || r.\(name) END"))
            } else {
                fields.append((field.name, field.type, values.expression(field.type, column: "r.\(SQLName.quoted(field.column))")))
            }
        }
        if !type.isAnonymous { fields.append(("author", nil, authorSQL)) }
        return fields
    }

    /// The author as people know him: a person's id, `operator` or `system`.
    private static let authorSQL = """
        CASE WHEN r._author LIKE 'person:%' THEN (SELECT id FROM kernel_person WHERE key = CAST(substr(r._author, 8) AS INTEGER)) \
        ELSE r._author END
        """

    /// Whether anything of a row may be read.
    var isVisible: String { readsAll ? "1" : "(\(grantBits)) <> 0" }

    var columns: [String] {
        var columns = ["r._id", "r._version", type.workflow == nil ? "NULL" : "r._state"]
        columns += type.isAnonymous ? ["NULL", "NULL"] : ["r._created", "r._changed"]
        columns += ["(\(grantBits))", "(\(sealBits))"]
        return columns + fields.map(\.sql)
    }

    /// Whether a field may be read where these grants hold and these seals lie.
    private func isReadable(_ name: String, held: [ReadGrant], sealed: Int64) -> Bool {
        if let seal = type.field(name)?.seal, let bit = seals.firstIndex(of: seal), sealed & (1 << Int64(bit)) != 0 { return false }
        return readsAll || !held.isEmpty && held.allSatisfy { $0.allows(name) }
    }

    /// The record in a row; nil where a needed field may not be read.
    func record(_ row: Row, needs: Set<String>, db: Database) throws -> VisibleRecord? {
        let mask: Int64 = row[5]
        let sealed: Int64 = row[6]
        let held = grants.enumerated().filter { mask & (1 << Int64($0.offset)) != 0 }.map(\.element)
        for name in needs where !isReadable(name, held: held, sealed: sealed) { return nil }
        let values = FieldSQL(live: live)
        let number: Int64 = row[0]
        var readable: [(String, JSONValue)] = []
        for (index, field) in fields.enumerated() where isReadable(field.name, held: held, sealed: sealed) {
            if case .list(let item)? = field.type {
                readable.append((field.name, try list(field.name, item, number, values, db)))
            } else {
                readable.append((field.name, try Self.value(row[7 + index], field.type, values)))
            }
        }
        return VisibleRecord(
            type: type, number: number, state: row[2], version: row[1],
            created: (row[3] as Int64?).flatMap { Instant(microseconds: $0) },
            changed: (row[4] as Int64?).flatMap { Instant(microseconds: $0) },
            relations: held.map(\.relation), values: readable)
    }

    private static func value(_ stored: DatabaseValue, _ type: FieldType?, _ values: FieldSQL) throws -> JSONValue {
        if case .file? = type, let text = String.fromDatabaseValue(stored) { return file(text) }
        return try values.json(stored, type)
    }

    private static func file(_ text: String) -> JSONValue {
        .object([("name", .string(String(text.dropFirst(65)))), ("sha256", .string(String(text.prefix(64))))])
    }

    private func list(_ name: String, _ item: FieldType, _ number: Int64, _ values: FieldSQL, _ db: Database) throws -> JSONValue {
        let table = SQLName.quoted(SQLName.list(table: type.table, field: name))
        let expression = if case .file = item { "l.value || ' ' || l.value__name" } else { values.expression(item, column: "l.value") }
        let rows = try DatabaseValue.fetchAll(
            db, sql: "SELECT \(expression) FROM \(table) l WHERE l.record = ? ORDER BY l.position", arguments: [number])
        return .array(try rows.map { try Self.value($0, item, values) })
    }
}
