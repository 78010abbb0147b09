import GRDB

/// What rules may know of one enrolment.
final class EnrolmentReading: CompletionReading {
    let enrolment: Int64
    let body: Node
    private let offering: String
    private let db: Database
    private lazy var titles = Result { try activityTitles() }

    /// The enrolment of that key; nil where there is none, or where it is not a participant's.
    init?(_ enrolment: Int64, live: LiveConfiguration, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT e.offering, r.digest, r.id FROM kernel_enrolment e JOIN kernel_offering o ON o.id = e.offering
                JOIN kernel_release r ON r.id = o.release WHERE e.id = ? AND e.role = 'participant'
                """)
        guard let row = try Row.fetchOne(statement, arguments: [enrolment]) else { return nil }
        self.enrolment = enrolment
        offering = row[0]
        body = try live.memory.body(of: row[1]) {
            let text = try String.fetchOne(
                db, sql: "SELECT json_extract(canonical, '$.body') FROM kernel_release WHERE id = ?", arguments: [row[2] as Int64])
            return try StoredNode.read(text ?? "null", name: "release")
        }
        self.db = db
    }

    func isDone(_ activity: String) throws -> Bool? {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT coalesce(c.status = 'done', 0) FROM kernel_activity a
                    LEFT JOIN kernel_completion c ON c.activity = a.key AND c.enrolment = ? WHERE a.offering = ? AND a.activity = ?
                    """), arguments: [enrolment, offering, activity])
    }

    func title(of activity: String) -> Text { ((try? titles.get()) ?? [:])[activity] ?? Text(verbatim: activity) }

    private func activityTitles() throws -> [String: Text] {
        var titles: [String: Text] = [:]
        for row in try Row.fetchAll(
            db, sql: "SELECT activity, title FROM kernel_activity WHERE offering = ? AND title IS NOT NULL", arguments: [offering])
        {
            let value = try JSONValue(parsing: Array((row[1] as String).utf8))
            let byLanguage = Dictionary((value.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }) { first, _ in
                first
            }
            if !byLanguage.isEmpty { titles[row[0]] = Text(byLanguage) }
        }
        return titles
    }
}
