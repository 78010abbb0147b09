public import GRDB

extension Enrolment {
    private static let select = """
        SELECT e.id, e.offering, p.id, e.role, e.state, e.since, e.version FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
        """

    /// A person's enrolments, sorted by offering and role.
    ///
    /// - Parameter person: the internal key.
    public static func list(person: Int64, in db: Database) throws -> [Enrolment] {
        let query = try BulkStatement(db, select + " WHERE e.person = ? ORDER BY e.offering, e.role")
        query.bind(1, person)
        return try all(query)
    }

    /// An offering's enrolments, in the order of a Norwegian list of names.
    public static func list(offering: String, in db: Database) throws -> [Enrolment] {
        let query = try BulkStatement(db, select + " WHERE e.offering = ? ORDER BY p.sort_key, p.id, e.role")
        query.bind(1, copying: offering)
        return try all(query)
    }

    /// The enrolment with that internal key; nil if there is none.
    public static func find(key: Int64, in db: Database) throws -> Enrolment? {
        let query = try BulkStatement(kept: select + " WHERE e.id = ?", in: db)
        query.bind(1, key)
        return try all(query).first
    }

    private static func all(_ query: BulkStatement) throws -> [Enrolment] {
        var enrolments: [Enrolment] = []
        try query.forEach { row in
            guard let state = State(rawValue: row.text(4)), let since = Instant(microseconds: row.integer(5)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "enrolment \(row.integer(0))")
            }
            enrolments.append(
                Enrolment(
                    key: row.integer(0), offering: row.text(1), person: row.text(2), role: row.text(3), state: state, since: since,
                    version: Int(row.integer(6))))
        }
        return enrolments
    }
}
