import GRDB

/// Keeps the activities of offerings as their releases have them.
///
/// One that disappears is deleted, unless anything refers to it: then it stays as retired, and is active again when it returns.
struct ActivityWriter {
    private let db: Database
    private let calendar: WorkingCalendar
    private let zone: TimeZoneRules
    private let references: ReferenceSearch
    private let put: BulkStatement
    private var releases: [Int64: JSONValue] = [:]
    /// What the settings of activities were called when older releases were made.
    private let formers: FormerNames

    /// - Parameter configuration: what is to be live; it says which calendar and time zone hold.
    init(_ configuration: ConfigurationState, in db: Database) throws {
        guard let calendar = try OfferedCourse.calendar(of: configuration) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the configuration has no calendar")
        }
        self.db = db
        formers = try configuration.formerNames()
        self.calendar = calendar
        zone = try LocalDay.zone(of: configuration)
        references = try ReferenceSearch(to: "kernel_activity", in: db)
        put = try BulkStatement(
            db,
            """
            INSERT INTO kernel_activity (offering, part, activity, kind, title, settings, on_order, opens, due, position, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active')
            ON CONFLICT (offering, activity) DO UPDATE SET part = excluded.part, kind = excluded.kind, title = excluded.title,
            settings = excluded.settings, on_order = excluded.on_order, opens = excluded.opens, due = excluded.due,
            position = excluded.position, state = 'active'
            WHERE (part, kind, title, settings, on_order, opens, due, position, state) IS NOT (excluded.part, excluded.kind,
            excluded.title, excluded.settings, excluded.on_order, excluded.opens, excluded.due, excluded.position, 'active')
            """)
    }

    /// Writes the activities of an offering.
    ///
    /// - Parameters:
    ///   - value: the offering's file.
    ///   - release: the number of its release.
    mutating func write(offering: String, _ value: JSONValue, release: Int64) throws {
        guard let course = try OfferedCourse(value, release: try content(of: release), id: offering, calendar: calendar) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "release \(release)")
        }
        var opens: [String: Day] = [:]
        var due: [String: Day] = [:]
        for entry in course.schedule.entries {
            if entry.moment == .opens { opens[entry.id] = entry.day }
            if entry.moment == .due { due[entry.id] = entry.day }
        }
        var position: Int64 = 0
        for part in course.variant.parts {
            for activity in part.activities {
                put.bind(1, copying: offering)
                put.bind(2, copying: part.id)
                put.bind(3, copying: activity.id)
                put.bind(4, copying: activity.kind)
                put.bind(5, copying: try activity.title.map { try Self.text($0.json) })
                put.bind(6, copying: try Self.text(settings(activity.settings?.json, of: activity.kind)))
                put.bind(7, activity.onOrder ? 1 : 0)
                bind(8, try opens[activity.id].map(zone.startOfDay))
                bind(9, try due[activity.id].map(zone.endOfDay))
                put.bind(10, position)
                try put.run()
                position += 1
            }
        }
        try retire(offering: offering, except: Set(course.variant.activities.map(\.id)))
    }

    /// The settings by the names that they have now.
    private func settings(_ settings: JSONValue?, of kind: String) -> JSONValue {
        let members = settings?.object ?? []
        return .object(members.map { (formers.setting($0.key, of: kind), $0.value) })
    }

    /// Whether anything refers to an activity of the offering.
    static func hasWork(offering: String, in db: Database) throws -> Bool {
        let references = try ReferenceSearch(to: "kernel_activity", in: db)
        return try stored(offering, in: db).contains { try isReferredTo($0.key, $0.activity, offering: offering, references, in: db) }
    }

    private func retire(offering: String, except kept: Set<String>) throws {
        for (key, activity) in try Self.stored(offering, in: db) where !kept.contains(activity) {
            if try Self.isReferredTo(key, activity, offering: offering, references, in: db) {
                try db.execute(sql: "UPDATE kernel_activity SET state = 'retired' WHERE key = ?", arguments: [key])
            } else {
                try db.execute(sql: "DELETE FROM kernel_activity WHERE key = ?", arguments: [key])
            }
        }
    }

    private static func stored(_ offering: String, in db: Database) throws -> [(key: Int64, activity: String)] {
        try Row.fetchAll(db, sql: "SELECT key, activity FROM kernel_activity WHERE offering = ? ORDER BY key", arguments: [offering]).map {
            ($0["key"], $0["activity"])
        }
    }

    /// By a foreign key, by a role given in it, or by a deadline extended in it.
    private static func isReferredTo(
        _ key: Int64, _ activity: String, offering: String, _ references: ReferenceSearch, in db: Database
    ) throws -> Bool {
        if try references.finds(key) { return true }
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_assignment WHERE kind = 'kernel.activity' AND record = ?1)
                OR EXISTS (SELECT 1 FROM kernel_extension x JOIN kernel_enrolment e ON e.id = x.record
                WHERE x.kind = 'kernel.enrolment' AND x.name = ?2 AND e.offering = ?3)
                """, arguments: [String(key), "\(activity).due", offering]) ?? false
    }

    private mutating func content(of release: Int64) throws -> JSONValue {
        if let known = releases[release] { return known }
        let canonical = try String.fetchOne(db, sql: "SELECT canonical FROM kernel_release WHERE id = ?", arguments: [release]) ?? ""
        let content = try JSONValue(parsing: Array(canonical.utf8))
        releases[release] = content
        return content
    }

    private func bind(_ column: Int32, _ instant: Instant?) {
        if let instant { put.bind(column, instant.microseconds) } else { put.bindNull(column) }
    }

    private static func text(_ value: JSONValue) throws -> String { String(decoding: try value.canonical, as: UTF8.self) }
}
