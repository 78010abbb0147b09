public import GRDB

/// Finds the instants of moments: of what has happened to a record, and of what is planned for it.
///
/// Used within one transaction; its statements are prepared once.
public final class MomentResolver {
    let index: DeclarationIndex
    let time: WorkspaceTime
    private let db: Database
    private var sources: [String: [String: MomentSource]] = [:]
    private var statements: [String: BulkStatement] = [:]
    /// When deadlines of one record would end that are being thought through without being written; nil for one that would not run.
    var supposed: (record: RecordPlace.Step, ends: [String: Instant?])?
    private lazy var letters = LetterMoments(index, in: db)

    /// - Parameters:
    ///   - index: what the modules declare.
    ///   - time: how the workspace counts time.
    public init(_ index: DeclarationIndex, time: WorkspaceTime, in db: Database) {
        self.index = index
        self.time = time
        self.db = db
    }

    /// When a moment of a record is, or was last; nil if it has not happened and is not planned.
    ///
    /// A deadline counts while it runs. The due date of an activity is that of the record's enrolment, if it was extended for it.
    public func find(_ moment: Moment, of record: RecordPlace) throws -> OccurredMoment? {
        guard let source = try source(of: moment, kind: record.kind) else { return nil }
        switch source {
        case .activityOpens: return try activity("opens", moment.path, record)
        case .activityDue: return try due(moment.path, record)
        case .offeringStart: return try start(moment.path, record)
        case .deadline(let name): return try deadline(name, moment.path, record.line[0])
        case .deadlineAbove(let kind, let name):
            return try record.line.first { $0.kind == kind }.flatMap { try deadline(name, moment.path, $0) }
        case .field(let name): return try field(name, moment.path, record)
        case .noticeAnnounced(let name): return try letters.announced(name, moment.path, record.line[0])
        case .noticeNotified(let name): return try letters.notified(name, moment.path, record.line[0])
        case .state(let kind, let state): return try self.state(kind, state, moment.path, record)
        case .event(let name): return try event(name, moment.path, record)
        }
    }

    /// The instant of a moment; nil if it has not happened and is not planned.
    public func instant(of moment: Moment, record: RecordPlace) throws -> Instant? { try find(moment, of: record)?.instant }

    /// When the activity of a place is due for its enrolment, extensions counted.
    func due(of place: RecordPlace) throws -> Instant? { try due("activity.due", place)?.instant }

    /// What a moment of a kind of record means; nil for a path that means nothing, which the check of workflows refuses.
    func source(of moment: Moment, kind: String) throws -> MomentSource? {
        if let known = sources[kind]?[moment.path] { return known }
        guard let type = index.types[kind], let source = MomentSource(moment.path, of: type, in: index) else { return nil }
        sources[kind, default: [:]][moment.path] = source
        return source
    }

    /// Since when each record that keeps a deadline open has been as it is, in the order of their numbers.
    func holders(_ hold: DeadlineHold, of record: RecordPlace.Step) throws -> [OccurredMoment] {
        guard let type = index.types[hold.record], let parent = type.parentField else { return [] }
        let query = try statement(
            """
            SELECT c._state, s.instant, s.event FROM \(SQLName.quoted(type.table)) c JOIN kernel_state s ON s.kind = ?1 AND s.record = c._id
            AND s.entry = (SELECT max(entry) FROM kernel_state WHERE kind = ?1 AND record = c._id)
            WHERE c.\(SQLName.quoted(SQLName.column(parent))) = ?2 AND c._state IN (SELECT value FROM json_each(?3)) ORDER BY c._id
            """)
        query.bind(1, copying: type.id)
        query.bind(2, record.number)
        query.bind(3, copying: Self.list(hold.states))
        var found: [OccurredMoment] = []
        try query.forEach { row in
            found.append(OccurredMoment("\(type.name).\(row.text(0))", try instant(row.integer(1)), event: row.integer(2)))
        }
        return found
    }

    /// The letters that a deadline counts from the arrival of, and that have not arrived: since when each is on its way.
    ///
    /// They are those about records right under one, and those about the record itself that follow one which has arrived.
    func awaited(_ choice: MomentChoice, of record: RecordPlace.Step) throws -> [OccurredMoment] {
        let names = try choice.moments.compactMap { moment -> String? in
            guard case .noticeNotified(let name)? = try source(of: moment, kind: record.kind) else { return nil }
            return name
        }
        guard !names.isEmpty else { return [] }
        return try names.flatMap { try letters.onTheWay($0, below: record) } + letters.onTheWay(again: names, record)
    }

    private func statement(_ sql: String) throws -> BulkStatement {
        if let known = statements[sql] { return known }
        let statement = try BulkStatement(kept: sql, in: db)
        statements[sql] = statement
        return statement
    }

    private func instant(_ microseconds: Int64) throws -> Instant {
        guard let instant = Instant(microseconds: microseconds) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "instant \(microseconds)")
        }
        return instant
    }

    /// What the activity of a place is called in its offering.
    func activity(of record: RecordPlace) throws -> String? {
        guard let key = record.activity else { return nil }
        let query = try statement("SELECT activity FROM kernel_activity WHERE key = ?")
        query.bind(1, key)
        return try query.first { $0.text(0) }
    }

    private func activity(_ column: String, _ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        guard let key = record.activity else { return nil }
        let query = try statement("SELECT \(column) FROM kernel_activity WHERE key = ? AND \(column) IS NOT NULL")
        query.bind(1, key)
        return try query.first { OccurredMoment(path, try instant($0.integer(0)), isPlanned: true) }
    }

    private func due(_ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        guard var due = try activity("due", path, record), let key = record.activity else { return nil }
        due.endsDay = true
        guard let enrolment = record.enrolment else { return due }
        let query = try statement(
            """
            SELECT x.until, x.event FROM kernel_activity a JOIN kernel_extension x ON x.kind = 'kernel.enrolment' AND x.record = ?1
            AND x.name = a.activity || '.due' WHERE a.key = ?2 ORDER BY x.event DESC LIMIT 1
            """)
        query.bind(1, enrolment)
        query.bind(2, key)
        let extended = try query.first { (until: try instant($0.integer(0)), event: $0.integer(1)) }
        if let extended, extended.until > due.instant { (due.instant, due.extendedBy) = (extended.until, extended.event) }
        return due
    }

    private func start(_ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        guard let offering = record.offering else { return nil }
        let query = try statement("SELECT start FROM kernel_offering WHERE id = ?")
        query.bind(1, copying: offering)
        guard let text = try query.first({ $0.text(0) }) else { return nil }
        return OccurredMoment(path, try time.zone.startOfDay(try day(text)), isPlanned: true)
    }

    private func day(_ text: String) throws -> Day {
        guard let day = try? Day(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "day \(text)") }
        return day
    }

    private func deadline(_ name: String, _ path: String, _ record: RecordPlace.Step) throws -> OccurredMoment? {
        if let supposed, supposed.record == record, let end = supposed.ends[name] {
            return end.map { OccurredMoment(path, $0, isPlanned: true, endsDay: true) }
        }
        let query = try statement("SELECT due FROM kernel_deadline WHERE kind = ? AND record = ? AND name = ? AND stopped IS NULL")
        query.bind(1, copying: record.kind)
        query.bind(2, record.number)
        query.bind(3, copying: name)
        return try query.first { OccurredMoment(path, try instant($0.integer(0)), isPlanned: true, endsDay: true) }
    }

    private func field(_ name: String, _ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        guard let type = index.types[record.kind], let field = type.field(name) else { return nil }
        let column = SQLName.quoted(field.column)
        let query = try statement("SELECT \(column) FROM \(SQLName.quoted(type.table)) WHERE _id = ? AND \(column) IS NOT NULL")
        query.bind(1, record.number)
        return try query.first { row in
            guard case .date = field.type else { return OccurredMoment(path, try instant(row.integer(0)), isPlanned: true) }
            return OccurredMoment(path, try time.zone.endOfDay(try day(row.text(0))), isPlanned: true, endsDay: true)
        }
    }

    /// How long a field of type duration of a record says; nil where it holds nothing.
    func length(_ name: String, of record: RecordPlace) throws -> CalendarDuration? {
        guard let type = index.types[record.kind], let field = type.field(name) else { return nil }
        let column = SQLName.quoted(field.column)
        let query = try statement("SELECT \(column) FROM \(SQLName.quoted(type.table)) WHERE _id = ? AND \(column) IS NOT NULL")
        query.bind(1, record.number)
        return try query.first { row in
            let text = row.text(0)
            guard let length = try? CalendarDuration(text) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "duration \(text)")
            }
            return length
        }
    }

    /// What a boolean field of a record says; nil where it holds nothing.
    func truth(_ name: String, of record: RecordPlace) throws -> Bool? {
        guard let type = index.types[record.kind], let field = type.field(name) else { return nil }
        let column = SQLName.quoted(field.column)
        let query = try statement("SELECT \(column) FROM \(SQLName.quoted(type.table)) WHERE _id = ? AND \(column) IS NOT NULL")
        query.bind(1, record.number)
        return try query.first { $0.integer(0) != 0 }
    }

    /// How long the activity of a record says that a limit lasts; nil where it leaves that to the module.
    func length(_ setting: DeadlineRule.Setting, of record: RecordPlace) throws -> TimeSpan? {
        guard let key = record.activity else { return nil }
        let query = try statement(
            "SELECT json_extract(settings, '$.\"' || ?2 || '\"') FROM kernel_activity WHERE key = ?1 AND json_type(settings, '$.\"' || ?2 || '\"') = 'integer'"
        )
        query.bind(1, key)
        query.bind(2, copying: setting.name)
        return try query.first { Int($0.integer(0)) }.flatMap { TimeSpan($0, setting.unit) }
    }

    private func state(_ kind: String, _ state: String, _ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        guard let step = record.line.first(where: { $0.kind == kind }) else { return nil }
        let query = try statement(
            "SELECT instant, event FROM kernel_state WHERE kind = ? AND record = ? AND state = ? ORDER BY entry DESC LIMIT 1")
        query.bind(1, copying: kind)
        query.bind(2, step.number)
        query.bind(3, copying: state)
        return try query.first { OccurredMoment(path, try instant($0.integer(0)), event: $0.integer(1)) }
    }

    private static func list(_ names: [String]) -> String { JSONValue.array(names.map { .string($0) }).compact }

    private func event(_ name: String, _ path: String, _ record: RecordPlace) throws -> OccurredMoment? {
        let query = try statement(
            """
            SELECT e.instant, e.sequence FROM kernel_event_record r JOIN kernel_event e ON e.sequence = r.event
            WHERE r.kind IN (SELECT value FROM json_each(?)) AND r.id = ? AND e.name IN (SELECT value FROM json_each(?))
            ORDER BY r.event DESC LIMIT 1
            """)
        query.bind(1, copying: Self.list(index.formerNames.kinds(record.kind)))
        query.bind(2, copying: String(record.number))
        query.bind(3, copying: Self.list(index.formerNames.names(name)))
        return try query.first { OccurredMoment(path, try instant($0.integer(0)), event: $0.integer(1)) }
    }
}
