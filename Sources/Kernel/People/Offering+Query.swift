public import GRDB

extension Offering {
    private static let select = """
        SELECT o.id, o.variant, r.label, o.mode, o.start, o.state,
          (SELECT count(*) FROM kernel_enrolment e WHERE e.offering = o.id AND e.state = 'active'), o.json
        FROM kernel_offering o JOIN kernel_release r ON r.id = o.release
        """

    /// All offerings, or those of one variant, sorted by id.
    public static func list(variant: String? = nil, in db: Database) throws -> [Offering] {
        let query = try BulkStatement(db, select + " WHERE ?1 IS NULL OR o.variant = ?1 ORDER BY o.id")
        query.bind(1, copying: variant)
        var offerings: [Offering] = []
        try query.forEach { offerings.append(try Offering($0)) }
        return offerings
    }

    /// The offering with that id; nil if there is none.
    public static func find(_ id: String, in db: Database) throws -> Offering? {
        let query = try BulkStatement(kept: select + " WHERE o.id = ?", in: db)
        query.bind(1, copying: id)
        return try query.first { try Offering($0) }
    }

    /// The ids of all offerings, sorted.
    public static func ids(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT id FROM kernel_offering ORDER BY id")
    }

    private init(_ row: borrowing BulkRow) throws {
        guard let mode = Mode(rawValue: row.text(3)), let state = State(rawValue: row.text(5)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "offering \(row.text(0))")
        }
        self.init(
            id: row.text(0), variant: row.text(1), release: row.text(2), mode: mode, start: row.text(4), state: state,
            enrolments: Int(row.integer(6)), json: row.text(7))
    }
}
