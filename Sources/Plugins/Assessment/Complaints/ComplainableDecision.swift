import GRDB
import Kernel

/// A decision about one person that she may complain of (forvaltningsloven § 29, of 2025 § 63, consolidated 2026-08-01).
struct ComplainableDecision {
    /// The record that is decided.
    var record: String
    /// The transitions that are such a decision.
    var decides: [String]
    /// The transitions after which it no longer stands.
    var ends: [String]

    /// The decision as it was taken last.
    struct Taken {
        /// The record that was decided.
        var number: Int64
        /// The opaque name of the one who took it.
        var actor: String
        var event: Int64
        var instant: Instant
    }

    /// By the record that holds the complaint.
    static let all: [String: ComplainableDecision] = [
        "work-complaint": ComplainableDecision(
            record: "work", decides: ["reject"], ends: ["approve", "carry-over", "annul", "reopen", "restore"]),
        "accommodation-complaint": ComplainableDecision(record: "accommodation", decides: ["grant", "refuse"], ends: ["reopen"]),
        "postponement-complaint": ComplainableDecision(record: "postponement", decides: ["grant", "refuse"], ends: ["reopen"]),
        "suspicion-complaint": ComplainableDecision(record: "suspicion", decides: ["annul", "exclude"], ends: ["reopen"]),
        "work-suspicion-complaint": ComplainableDecision(record: "work-suspicion", decides: ["annul", "exclude"], ends: ["reopen"]),
    ]

    /// The decision that a complaint is about; nil where none has been taken, or the one that was no longer stands.
    ///
    /// Once the complaint has been made, what is decided after it changes nothing of what it is about.
    func taken(complaint: String, _ number: Int64, in db: Database) throws -> Taken? {
        let made = try Int64.fetchOne(
            db, sql: "SELECT min(event) FROM kernel_state WHERE kind = ? AND record = ? AND state = 'made'",
            arguments: ["assessment.\(complaint)", number])
        return try last(complaint: complaint, number, before: made ?? Int64.max, in: db)
    }

    /// Whether such a decision is what was decided last of that record, also after the complaint was made.
    func stands(complaint: String, _ number: Int64, in db: Database) throws -> Bool {
        try last(complaint: complaint, number, before: Int64.max, in: db) != nil
    }

    private func last(complaint: String, _ number: Int64, before event: Int64, in db: Database) throws -> Taken? {
        let names = decides + ends
        let sql = """
            SELECT s.transition, s.record, e.actor, s.event, s.instant
            FROM \(SQLName.table(module: "assessment", record: complaint)) c
            JOIN kernel_state s ON s.kind = ? AND s.record = c.\(SQLName.quoted(SQLName.column(record)))
            JOIN kernel_event e ON e.sequence = s.event
            WHERE c._id = ? AND s.event < ? AND s.transition IN (\(databaseQuestionMarks(count: names.count)))
            ORDER BY s.entry DESC LIMIT 1
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: ["assessment.\(record)", number, event] + StatementArguments(names)),
            decides.contains(row[0] as String), let instant = Instant(microseconds: row[4])
        else { return nil }
        return Taken(number: row[1], actor: row[2], event: row[3], instant: instant)
    }
}
