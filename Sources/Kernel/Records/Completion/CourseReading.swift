import GRDB

/// What rules may know of an offering, read once for all its participants.
final class CourseReading {
    let offering: String
    /// The composed body of the release that the offering runs on.
    let body: Node
    /// An activity of the offering.
    struct Activity {
        var key: Int64
        var title: Text?
        /// Whether its kind keeps records, so that anyone could be found to have done it.
        var keepsRecords: Bool
    }
    let activities: [String: Activity]

    /// The offering of that id; nil where there is none.
    init?(_ offering: String, live: LiveConfiguration, in db: Database) throws {
        guard
            let release = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT r.digest, r.id FROM kernel_offering o JOIN kernel_release r ON r.id = o.release WHERE o.id = ?"),
                arguments: [offering])
        else { return nil }
        self.offering = offering
        body = try live.memory.body(of: release[0]) {
            let text = try String.fetchOne(
                db, sql: "SELECT json_extract(canonical, '$.body') FROM kernel_release WHERE id = ?", arguments: [release[1] as Int64])
            return try StoredNode.read(text ?? "null", name: "release")
        }
        var activities = [String: Activity](minimumCapacity: 64)
        // Row by row, since each act reads them all.
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT activity, key, kind, title FROM kernel_activity WHERE offering = ?"), arguments: [offering])
        while let row = try rows.next() {
            let title: String? = row[3]
            activities[row[0]] = Activity(
                key: row[1], title: try title.flatMap { try live.memory.title($0, Self.text) },
                keepsRecords: live.activity(row[2])?.record != nil)
        }
        self.activities = activities
    }

    private static func text(_ stored: String) throws -> Text? {
        let texts = (try JSONValue(parsing: Array(stored.utf8)).object ?? []).compactMap { pair in
            pair.value.string.map { (pair.key, $0) }
        }
        return texts.isEmpty ? nil : Text(Dictionary(texts) { first, _ in first })
    }
}
