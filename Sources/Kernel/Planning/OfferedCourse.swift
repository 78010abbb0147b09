import GRDB

/// A course as one offering holds it: the variant of its release, and the days that the offering's start and calendar give.
struct OfferedCourse {
    var variant: CourseVariant
    var schedule: Schedule

    /// - Parameters:
    ///   - offering: the offering's file, as JSON.
    ///   - release: the content of its release.
    /// - Returns: nil where they cannot be read.
    init?(_ offering: JSONValue, release: JSONValue, id: String, calendar: WorkingCalendar) throws {
        guard let body = try Self.node(release)["body"], let start = offering["start"]?.string.flatMap({ try? Day($0) }) else {
            return nil
        }
        var faults: [Diagnostic] = []
        guard let course = CourseVariant(body, id: id, title: Text(verbatim: id), span: body.span, diagnostics: &faults) else { return nil }
        var fixed: [String: (day: Day, span: SourceSpan)] = [:]
        for (name, value) in offering["dates"]?.object ?? [] {
            if let day = value.string.flatMap({ try? Day($0) }) { fixed[name] = (day, body.span) }
        }
        variant = course
        schedule = Scheduler.schedule(course, start: start, calendar: calendar, fixed: fixed).schedule
    }

    /// The course as an offering that is live holds it; nil where there is none of that id.
    static func live(_ offering: String, calendar: WorkingCalendar, in db: Database) throws -> OfferedCourse? {
        let sql = """
            SELECT o.variant, o.json, r.canonical FROM kernel_offering o JOIN kernel_release r ON r.id = o.release WHERE o.id = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [offering]) else { return nil }
        let (document, release): (String, String) = (row[1], row[2])
        return try OfferedCourse(
            try JSONValue(parsing: Array(document.utf8)), release: try JSONValue(parsing: Array(release.utf8)), id: row[0],
            calendar: calendar)
    }

    /// The one calendar of a configuration; nil if it has none that can be read.
    static func calendar(of state: ConfigurationState) throws -> WorkingCalendar? {
        guard let value = state.documents.first(where: { $0.key.kind == .calendar })?.value else { return nil }
        return WorkingCalendar.read(try node(value)).0
    }

    /// A stored value as nodes, for the readers that work on them.
    private static func node(_ value: JSONValue) throws -> Node {
        let result = JSONReader.read(SourceFile(id: .init(0), path: "", bytes: try value.canonical))
        guard let document = result.document else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "stored configuration") }
        return document.root
    }
}
