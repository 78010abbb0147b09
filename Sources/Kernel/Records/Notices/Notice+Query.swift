public import GRDB

extension Notice {
    /// Which letters to list; every condition that is given must hold.
    public struct Filter: Sendable, Hashable {
        /// Letters to the person with that internal key.
        public var person: Int64?
        public var record: RecordPlace.Step?
        /// Whether they have reached their persons.
        public var isDelivered: Bool?

        public init(person: Int64? = nil, record: RecordPlace.Step? = nil, isDelivered: Bool? = nil) {
            self.person = person
            self.record = record
            self.isDelivered = isDelivered
        }
    }

    private static let select = """
        SELECT id, module, name, kind, record, person, language, subject, body, announced, notified, channel, event, delivery FROM kernel_notice
        """

    /// The letter of that number; nil if there is none.
    public static func find(_ id: Int64, in db: Database) throws -> Notice? {
        let query = try BulkStatement(db, select + " WHERE id = ?")
        query.bind(1, id)
        return try query.first { try Notice($0) }
    }

    /// The letters that fit, in the order in which they were written.
    public static func list(_ filter: Filter = Filter(), in db: Database) throws -> [Notice] {
        var conditions: [String] = []
        var arguments = StatementArguments()
        if let person = filter.person {
            conditions.append("person = ?")
            arguments += [person]
        }
        if let record = filter.record {
            conditions.append("kind = ? AND record = ?")
            arguments += [record.kind, record.number]
        }
        if let isDelivered = filter.isDelivered { conditions.append(isDelivered ? "notified IS NOT NULL" : "notified IS NULL") }
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        var notices: [Notice] = []
        try BulkStatement(db, "\(select)\(condition) ORDER BY id", arguments).forEach { notices.append(try Notice($0)) }
        return notices
    }

    private init(_ row: borrowing BulkRow) throws {
        let notified = row.kind(10) == .null ? nil : Instant(microseconds: row.integer(10))
        guard let announced = Instant(microseconds: row.integer(9)), (notified == nil) == (row.kind(10) == .null) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "letter \(row.integer(0))")
        }
        self.init(
            id: row.integer(0), module: row.text(1), name: row.text(2), record: .init(kind: row.text(3), number: row.integer(4)),
            person: row.integer(5), language: row.text(6), subject: row.text(7), body: row.text(8), announced: announced,
            notified: notified, channel: row.optionalText(11), event: row.integer(12),
            delivery: row.kind(13) == .null ? nil : row.integer(13))
    }
}
