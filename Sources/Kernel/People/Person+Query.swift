public import GRDB

extension Person {
    private static let columns = "key, id, given_name, family_name, email, language"

    /// The people that fit, in the order of a Norwegian list of names.
    public static func list(_ filter: PersonFilter = PersonFilter(), in db: Database) throws -> [Person] {
        var conditions: [String] = []
        var arguments: [String] = []
        if let organisation = filter.organisation {
            conditions.append("key IN (SELECT person FROM kernel_affiliation WHERE organisation = ?)")
            arguments.append(organisation)
        }
        if let offering = filter.offering {
            conditions.append("key IN (SELECT person FROM kernel_enrolment WHERE offering = ?)")
            arguments.append(offering)
        }
        if let role = filter.role {
            conditions.append(
                """
                key IN (SELECT person FROM kernel_affiliation WHERE role = ? UNION SELECT person FROM kernel_enrolment WHERE role = ?
                UNION SELECT person FROM kernel_role WHERE role = ?)
                """)
            arguments += [role, role, role]
        }
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        let limit = max(-1, filter.limit ?? -1)
        let query = try BulkStatement(
            db, "SELECT \(columns) FROM kernel_person\(condition) ORDER BY sort_key, id LIMIT \(limit) OFFSET \(max(0, filter.offset))",
            StatementArguments(arguments))
        var people: [Person] = []
        try query.forEach { people.append(Person($0)) }
        return people
    }

    /// The person known by `id`; nil if there is none.
    public static func find(_ id: String, in db: Database) throws -> Person? {
        let query = try BulkStatement(kept: "SELECT \(columns) FROM kernel_person WHERE id = ?", in: db)
        query.bind(1, copying: id)
        return try query.first { Person($0) }
    }

    /// The person with the internal key; nil if there is none.
    public static func find(key: Int64, in db: Database) throws -> Person? {
        let query = try BulkStatement(kept: "SELECT \(columns) FROM kernel_person WHERE key = ?", in: db)
        query.bind(1, key)
        return try query.first { Person($0) }
    }

    /// How many people there are.
    public static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_person") ?? 0
    }

    /// The id that is nearest to one that is not known; compares with every id that begins alike.
    public static func nearestID(to id: String, in db: Database) throws -> String? {
        guard let first = id.unicodeScalars.first, let after = Unicode.Scalar(first.value + 1) else { return nil }
        let candidates = try String.fetchAll(
            db, sql: "SELECT id FROM kernel_person WHERE id >= ? AND id < ? ORDER BY id", arguments: [String(first), String(after)])
        return NearestName.suggestion(for: id, among: candidates)
    }

    private init(_ row: borrowing BulkRow) {
        self.init(
            key: row.integer(0), id: row.text(1), givenName: row.text(2), familyName: row.text(3), email: row.optionalText(4),
            language: row.optionalText(5))
    }
}
