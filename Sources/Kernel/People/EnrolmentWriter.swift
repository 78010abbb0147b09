import GRDB

/// Writes enrolments, each once.
struct EnrolmentWriter {
    private let insert: BulkStatement
    private let select: BulkStatement
    private let resume: BulkStatement

    /// What an enrolment was before it was asked for.
    enum Before { case none, active, ended }

    init(_ db: Database) throws {
        insert = try BulkStatement(
            kept: """
                INSERT INTO kernel_enrolment (offering, person, role, state, since) VALUES (?, ?, ?, 'active', ?)
                ON CONFLICT (offering, person, role) DO NOTHING
                """, in: db)
        resume = try BulkStatement(kept: "UPDATE kernel_enrolment SET state = 'active', version = version + 1 WHERE id = ?", in: db)
        select = try BulkStatement(
            kept: "SELECT id, state FROM kernel_enrolment WHERE offering = ? AND person = ? AND role = ?", in: db)
    }

    /// Writes an enrolment unless it is there already; one that has ended is active again if the request says so.
    func write(_ request: EnrolmentRequest, at instant: Instant) throws -> (key: Int64, before: Before) {
        insert.bind(1, copying: request.offering)
        insert.bind(2, request.person)
        insert.bind(3, copying: request.role)
        insert.bind(4, instant.microseconds)
        if try insert.run() > 0 { return (insert.lastInsertedKey, .none) }
        select.bind(1, copying: request.offering)
        select.bind(2, request.person)
        select.bind(3, copying: request.role)
        let found = try select.first { (key: $0.integer(0), hasEnded: $0.text(1) == "ended") }
        guard let found else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
        guard found.hasEnded else { return (found.key, .active) }
        guard request.resumes else { return (found.key, .ended) }
        resume.bind(1, found.key)
        try resume.run()
        return (found.key, .ended)
    }
}
