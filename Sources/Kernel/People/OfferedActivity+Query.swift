public import GRDB

extension OfferedActivity {
    private static let select = """
        SELECT key, offering, part, activity, kind, title, settings, on_order, opens, due, position, state FROM kernel_activity
        """

    /// The activity with that internal key; nil if there is none.
    public static func find(key: Int64, in db: Database) throws -> OfferedActivity? {
        let query = try BulkStatement(db, select + " WHERE key = ?")
        query.bind(1, key)
        return try query.first { try OfferedActivity($0) }
    }

    /// The activity of that id in an offering; nil if there is none.
    public static func find(_ activity: String, offering: String, in db: Database) throws -> OfferedActivity? {
        let query = try BulkStatement(db, select + " WHERE offering = ? AND activity = ?")
        query.bind(1, copying: offering)
        query.bind(2, copying: activity)
        return try query.first { try OfferedActivity($0) }
    }

    /// The activities of an offering, in the order of the course; those that are retired come last.
    public static func list(offering: String, in db: Database) throws -> [OfferedActivity] {
        let query = try BulkStatement(db, select + " WHERE offering = ? ORDER BY state, position, activity")
        query.bind(1, copying: offering)
        var activities: [OfferedActivity] = []
        try query.forEach { activities.append(try OfferedActivity($0)) }
        return activities
    }

    private init(_ row: borrowing BulkRow) throws {
        let key = row.integer(0)
        guard let state = State(rawValue: row.text(11)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "activity \(key)")
        }
        func instant(_ column: Int32, _ row: borrowing BulkRow) throws -> Instant? {
            guard row.kind(column) != .null else { return nil }
            guard let instant = Instant(microseconds: row.integer(column)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "activity \(key)")
            }
            return instant
        }
        self.init(
            key: key, offering: row.text(1), part: row.text(2), activity: row.text(3), kind: row.text(4),
            title: try row.optionalText(5).flatMap { Text(try JSONValue(parsing: Array($0.utf8)).object ?? []) },
            settings: try JSONValue(parsing: Array(row.bytes(6))), isOnOrder: row.integer(7) == 1, opens: try instant(8, row),
            due: try instant(9, row), position: Int(row.integer(10)), state: state)
    }
}
