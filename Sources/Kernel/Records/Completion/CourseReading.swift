import GRDB

/// What rules may know of an offering, read once for all its participants, and of its activities what is asked for.
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
    private var activities: [String: Activity?] = [:]
    private let live: LiveConfiguration
    private let db: Database

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
        self.live = live
        self.db = db
    }

    /// An activity by its name; nil where the offering has none of it.
    func activity(_ name: String) throws -> Activity? {
        if let known = activities[name] { return known }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT key, kind, title FROM kernel_activity WHERE offering = ? AND activity = ?"),
            arguments: [offering, name])
        let found = try row.map { row in
            let title: String? = row[2]
            return Activity(
                key: row[0], title: try title.flatMap { try live.memory.title($0, Self.text) },
                keepsRecords: live.activity(row[1])?.record != nil)
        }
        activities[name] = .some(found)
        return found
    }

    private static func text(_ stored: String) throws -> Text? {
        let texts = (try JSONValue(parsing: Array(stored.utf8)).object ?? []).compactMap { pair in
            pair.value.string.map { (pair.key, $0) }
        }
        return texts.isEmpty ? nil : Text(Dictionary(texts) { first, _ in first })
    }
}
