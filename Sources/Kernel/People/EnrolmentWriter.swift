import GRDB

/// Writes enrolments, each once.
struct EnrolmentWriter {
    private let insert: BulkStatement
    private let select: BulkStatement

    init(_ db: Database) throws {
        insert = try BulkStatement(
            db,
            """
            INSERT INTO kernel_enrolment (offering, person, role, state, since) VALUES (?, ?, ?, 'active', ?)
            ON CONFLICT (offering, person, role) DO NOTHING
            """)
        select = try BulkStatement(db, "SELECT id FROM kernel_enrolment WHERE offering = ? AND person = ? AND role = ?")
    }

    /// Writes an enrolment unless it is there already.
    ///
    /// - Returns: its key, and whether it is new.
    func write(_ request: EnrolmentRequest, at instant: Instant) throws -> (key: Int64, isNew: Bool) {
        insert.bind(1, copying: request.offering)
        insert.bind(2, request.person)
        insert.bind(3, copying: request.role)
        insert.bind(4, instant.microseconds)
        if try insert.run() > 0 { return (insert.lastInsertedKey, true) }
        select.bind(1, copying: request.offering)
        select.bind(2, request.person)
        select.bind(3, copying: request.role)
        guard let key = try select.first({ $0.integer(0) }) else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
        return (key, false)
    }
}
