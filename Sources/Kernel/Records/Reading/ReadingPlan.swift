import GRDB

/// What a reader may see of records of one type: the SQL that fetches it, and the record made of each row.
///
/// Every row brings two bit sets: the grants that hold for it and the seals that lie on it. From them follows what may be read; a field
/// counts only if every grant that holds allows it, since the most limited relation decides.
struct ReadingPlan: Sendable {
    let type: RecordType
    private let grants: [ReadGrant]
    private let seals: [Field.Seal]
    private let readsAll: Bool
    private let readsSealed: Bool
    private let fields: [ReadField]
    private let grantBits: String
    private let sealBits: String
    private let isKeptBack: String
    private let aliases: [String]

    /// - Parameters:
    ///   - only: the fields to fetch; nil for all.
    ///   - places: takes what is bound; nil where what the standing holds is written out.
    init(
        _ type: RecordType, standing: Standing, live: LiveConfiguration, only: Set<String>? = nil,
        places: RelationStatement.Places? = nil
    ) {
        self.type = type
        let relations = RelationSQL(type, row: "r", standing: standing, live: live, places: places)
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
        isKeptBack = relations.isKeptBack
        aliases = type.fields.filter { if case .alias = $0.type { true } else { false } }.map(\.name)
        fields = Self.fields(of: type).filter { only?.contains($0.name) ?? true }
    }

    /// A field as it is read.
    private struct ReadField: Sendable {
        var name: String
        var type: FieldType?
        /// The expression of its value.
        var sql: String
        /// The statement that selects the items of a list, by the record's number.
        var items: String?
    }

    private static func bits(_ conditions: [String]) -> String {
        // SQLite gives `<<` and `|` the same precedence: each shift needs its own parentheses.
        conditions.isEmpty ? "0" : conditions.enumerated().map { "((\($1)) << \($0))" }.joined(separator: " | ")
    }

    /// The parent, the fields and the author, each with the SQL of its value; lists have a statement of their own.
    private static func fields(of type: RecordType) -> [ReadField] {
        let values = FieldSQL()
        var fields: [ReadField] = []
        func add(_ name: String, _ type: FieldType?, _ sql: String, items: String? = nil) {
            fields.append(ReadField(name: name, type: type, sql: sql, items: items))
        }
        if let parent = type.parent, let name = type.parentField, type.field(name) == nil {
            add(name, nil, values.known(parent, "r.\(SQLName.quoted(SQLName.column(name)))"))
        }
        for field in type.fields {
            if case .list(let item) = field.type {
                add(field.name, field.type, "NULL", items: items(of: field.name, item, type))
            } else if case .file = field.type {
                let name = SQLName.quoted(field.column + "__name")
                let digest = SQLName.quoted(field.column)
                add(field.name, field.type, "CASE WHEN r.\(digest) IS NULL THEN NULL ELSE r.\(digest) || ' ' || r.\(name) END")
            } else {
                add(field.name, field.type, values.expression(field.type, column: "r.\(SQLName.quoted(field.column))"))
            }
        }
        if type.tellsWriter { add("author", nil, authorSQL) }
        return fields
    }

    private static func items(of field: String, _ item: FieldType, _ type: RecordType) -> String {
        let table = SQLName.quoted(SQLName.list(table: type.table, field: field))
        let expression = if case .file = item { "l.value || ' ' || l.value__name" } else { FieldSQL().expression(item, column: "l.value") }
        return "SELECT \(expression) FROM \(table) l WHERE l.record = ? ORDER BY l.position"
    }

    /// The author as people know him: a person's id, `operator` or `system`.
    private static let authorSQL = """
        CASE WHEN r._author LIKE 'person:%' THEN (SELECT id FROM kernel_person WHERE key = CAST(substr(r._author, 8) AS INTEGER)) \
        ELSE r._author END
        """

    /// Whether anything of a row may be read.
    var isVisible: String { Self.isVisible(readsAll ? "1" : "(\(grantBits)) <> 0", isKeptBack) }

    private static func isVisible(_ isGranted: String, _ isKeptBack: String) -> String {
        isKeptBack == "0" ? isGranted : "(\(isGranted) AND NOT \(isKeptBack))"
    }

    /// The same of relations, without a plan for reading the row.
    static func isVisible(_ relations: RelationSQL) -> String {
        let readsAll = relations.standing.person == nil
        return isVisible(readsAll ? "1" : "(\(bits(relations.type.read.map(relations.condition)))) <> 0", relations.isKeptBack)
    }

    /// Whether every field of every visible row may be read, so that rows can be counted without reading them.
    var seesAll: Bool { seals.isEmpty && grants.allSatisfy { grant in type.fields.allSatisfy { grant.allows($0.name) } } }

    var columns: [String] {
        var columns = ["r._id", "r._version", type.workflow == nil ? "NULL" : "r._state"]
        columns += !type.tellsWriter ? ["NULL", "NULL"] : ["r._created", "r._changed"]
        columns += ["(\(grantBits))", "(\(sealBits))"]
        return columns + fields.map(\.sql)
    }

    /// Whether a field may be read where these grants hold and these seals lie.
    private func isReadable(_ name: String, held: [ReadGrant], sealed: Int64) -> Bool {
        if readsAll, sealed == 0 { return true }
        if let seal = type.field(name)?.seal, let bit = seals.firstIndex(of: seal), sealed & (1 << Int64(bit)) != 0 { return false }
        if readsAll { return true }
        // What everyone may read, whoever is more may read as well.
        let own = held.filter { $0.relation != ReadGrant.everyone }
        return !own.isEmpty && own.allSatisfy { $0.allows(name) } || held.contains { $0.relation == ReadGrant.everyone && $0.allows(name) }
    }

    /// The record in a row; nil where a needed field may not be read.
    func record(_ row: borrowing BulkRow, needs: Set<String>, db: Database) throws -> VisibleRecord? {
        let (mask, sealed) = (row.integer(5), row.integer(6))
        let held = grants.enumerated().filter { mask & (1 << Int64($0.offset)) != 0 }.map(\.element)
        for name in needs where !isReadable(name, held: held, sealed: sealed) { return nil }
        let values = FieldSQL()
        let number = row.integer(0)
        var readable: [(name: String, value: JSONValue)] = []
        readable.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() where isReadable(field.name, held: held, sealed: sealed) {
            if case .list(let item)? = field.type, let items = field.items {
                let list = try BulkStatement(kept: items, in: db)
                list.bind(1, number)
                var found: [JSONValue] = []
                try list.forEach { found.append(try Self.value($0.value(0), item, values)) }
                readable.append((field.name, .array(found)))
            } else {
                readable.append((field.name, try Self.value(row.value(Int32(7 + index)), field.type, values)))
            }
        }
        let isBlind = isBlind(held, sealed)
        func instant(_ stored: Int64?) -> Instant? { isBlind ? nil : stored.flatMap { Instant(microseconds: $0) } }
        return VisibleRecord(
            type: type, number: number, state: row.optionalText(2), version: Int(row.integer(1)),
            created: instant(row.optionalInteger(3)), changed: instant(row.optionalInteger(4)), relations: held.map(\.relation),
            values: readable, isBlind: isBlind)
    }

    /// Whether an alias is all that is told of whose it is, or it was written behind a seal and who wrote it is not told.
    private func isBlind(_ held: [ReadGrant], _ sealed: Int64) -> Bool {
        if !readsAll, let seal = type.seal, seal.until != nil, !isReadable("author", held: held, sealed: sealed),
            !held.contains(where: { seal.except.contains($0.relation) })
        {
            return true
        }
        guard !readsAll, aliases.contains(where: { isReadable($0, held: held, sealed: sealed) }) else { return false }
        return ![type.owner.first ?? type.parentField, "author"].contains { name in
            name.map { isReadable($0, held: held, sealed: sealed) } == true
        }
    }

    private static func value(_ stored: DatabaseValue, _ type: FieldType?, _ values: FieldSQL) throws -> JSONValue {
        if case .file? = type, let text = String.fromDatabaseValue(stored) { return file(text) }
        return try values.json(stored, type)
    }

    private static func file(_ text: String) -> JSONValue {
        .object([("name", .string(String(text.dropFirst(65)))), ("sha256", .string(String(text.prefix(64))))])
    }
}
