import GRDB

/// Asks who is in an offering now.
struct Enrolled {
    let db: Database

    /// Whether anybody's enrolment in it is active.
    func hasPeople(_ offering: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_enrolment WHERE offering = ? AND state = 'active')", arguments: [offering])
            ?? false
    }
}
