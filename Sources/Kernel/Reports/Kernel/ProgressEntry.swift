import GRDB

/// Where one participant stands with one activity.
struct ProgressEntry {
    enum Status: String, CaseIterable {
        case notBegun = "not-begun"
        case ordered, started, overdue, waiting, done, recognised

        /// Whether nothing more is to be done.
        var isDone: Bool { self == .done || self == .recognised }

        var text: Text {
            switch self {
            case .notBegun: Text(nb: "ikke begynt", nn: "ikkje byrja", en: "not begun")
            case .ordered: Text(nb: "pålagt", nn: "pålagt", en: "ordered")
            case .started: Text(nb: "begynt", nn: "byrja", en: "started")
            case .overdue: Text(nb: "over fristen", nn: "over fristen", en: "overdue")
            case .waiting: Text(nb: "venter på andre", nn: "ventar på andre", en: "waits for others")
            case .done: Text(nb: "ferdig", nn: "ferdig", en: "done")
            case .recognised: Text(nb: "godskrevet", nn: "godskriven", en: "recognised")
            }
        }
    }

    var enrolment: Int64
    var offering: String
    var person: String
    var activity: String
    var title: Text
    var position: Int
    var due: Instant?
    var status: Status
    var since: Instant?

    /// All that a reader may see, by offering, then as people and activities are sorted.
    ///
    /// Activities without work of a participant's own are left out, and those on order are there for whom they were ordered.
    static func list(_ request: ReportRequest, in db: Database) throws -> [ProgressEntry] {
        try list(request, offering: request.word("offering"), person: request.word("person"), in: db)
    }

    /// Those of one offering or one person, where they are named.
    ///
    /// - Parameter seen: whose work is seen; nil for what the one who asks sees everywhere.
    static func list(
        _ request: ReportRequest, offering: String?, person: String?, seen: PeopleReading? = nil, in db: Database
    ) throws -> [ProgressEntry] {
        let kinds = request.live.modules.flatMap(\.declarations.activities).filter { $0.record != nil }.flatMap(\.ids).map {
            JSONValue.string($0)
        }
        let reading = try seen ?? PeopleReading(request.actor, in: db)
        let recognised = Recognitions.condition(request.live, enrolment: "e.id", activity: "a.key")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.id, e.offering, p.id, a.activity, a.title, a.position, a.due, c.status, c.since, a.on_order,
                c.status = 'done' AND \(recognised), a.key, a.kind
                FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                JOIN kernel_activity a ON a.offering = e.offering AND a.state = 'active'
                LEFT JOIN kernel_order o ON o.enrolment = e.id AND o.activity = a.key
                LEFT JOIN kernel_completion c ON c.enrolment = e.id AND c.activity = a.key
                WHERE e.role = 'participant' AND e.state = 'active' AND \(reading.isWorkSeen("e")) AND (a.on_order = 0 OR o.enrolment IS NOT NULL)
                AND a.kind IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR e.offering = ?2) AND (?3 IS NULL OR p.id = ?3)
                ORDER BY e.offering, p.sort_key, p.id, a.position, a.activity
                """,
            arguments: [JSONValue.array(kinds).compact, offering, person])
        let extensions = try ActivityExtensions(in: db)
        let waiting = WaitingWork(request.live)
        var titles: [String: Text] = [:]
        var entries: [ProgressEntry] = []
        while let row = try rows.next() {
            let activity: String = row[3]
            var title = Text(verbatim: activity)
            if let text: String = row[4] {
                if let known = titles[text] {
                    title = known
                } else if let read = Text(try JSONValue(parsing: Array(text.utf8)).object ?? []) {
                    titles[text] = read
                    title = read
                }
            }
            let due = extensions.due(row[0], activity, ordinary: (row[6] as Int64?).flatMap { Instant(microseconds: $0) })
            let status: Status =
                switch row[7] as String? {
                case "done": row[10] == 1 ? .recognised : .done
                case let word where due.map { $0 <= request.instant } ?? false:
                    try word != nil && waiting.holds(row[0], row[11], row[12], in: db) ? .waiting : .overdue
                case "started": .started
                default: row[9] == 1 ? .ordered : .notBegun
                }
            entries.append(
                ProgressEntry(
                    enrolment: row[0], offering: row[1], person: row[2], activity: activity, title: title, position: row[5], due: due,
                    status: status, since: (row[8] as Int64?).flatMap { Instant(microseconds: $0) }))
        }
        return entries
    }
}
