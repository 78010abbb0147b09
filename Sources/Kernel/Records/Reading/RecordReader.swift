public import GRDB

/// The one way out: reads records as far as a reader may see them.
///
/// `show`, `list`, reports, searches, exports and letters all come through here. A field that may not be read is not fetched, and a record
/// of which nothing may be read is not there.
public struct RecordReader {
    let live: LiveConfiguration
    let db: Database
    let standing: Standing

    /// - Parameters:
    ///   - actor: the reader.
    ///   - instant: when she reads; what was given until some time before is no longer hers.
    public init(_ live: LiveConfiguration, as actor: Actor, at instant: Instant, in db: Database) throws {
        self.live = live
        self.db = db
        standing = try Standing(actor, at: AskedAt(instant, in: live.timeZone), in: db, memory: live.memory)
    }

    /// - Parameter standing: what the reader is, read before.
    init(_ live: LiveConfiguration, standing: Standing, in db: Database) {
        self.live = live
        self.db = db
        self.standing = standing
    }

    /// The record of that number; nil where there is none that the reader may see.
    public func find(_ type: RecordType, _ number: Int64) throws -> VisibleRecord? {
        let reading = live.memory.reading(of: type, standing, live)
        let query = try reading.statement.kept(for: standing, in: db)
        query.bind(reading.statement.next, number)
        return try query.first { try reading.plan.record($0, needs: [], db: db) } ?? nil
    }

    /// The record that people know by that number or key; nil where there is none that the reader may see.
    public func find(_ type: RecordType, id: String) throws -> VisibleRecord? {
        try ReferenceFinder(live: live, db: db, standing: standing).number(of: id, type).flatMap { try find(type, $0) }
    }

    /// Whether there is a record of that number that the reader may see.
    func sees(_ type: RecordType, _ number: Int64) throws -> Bool {
        let statement = live.memory.statement("sees \(type.id) \(standing.shape)") { places in
            let isVisible = ReadingPlan.isVisible(RelationSQL(type, row: "r", standing: standing, live: live, places: places))
            return "SELECT 1 FROM \(SQLName.quoted(type.table)) r WHERE \(isVisible) AND r._id = ?"
        }
        let query = try statement.kept(for: standing, in: db)
        query.bind(statement.next, number)
        return try query.first { _ in true } ?? false
    }

    /// Whether the reader may see any record that hangs right under an enrolment.
    ///
    /// - Parameters:
    ///   - enrolment: its internal key.
    ///   - module: one whose records are not asked about.
    public func seesAny(ofEnrolment enrolment: Int64, besides module: String) throws -> Bool {
        for type in live.recordTypes where type.parent == KernelRecord.enrolment.rawValue && type.module != module {
            guard let parent = type.parentField else { continue }
            let place = "r.\(SQLName.quoted(SQLName.column(parent))) = ?"
            if try !read(type, where: place, [enrolment], limit: 1).isEmpty { return true }
        }
        return false
    }

    /// Whether there is a record of that number that tells the reader who wrote it.
    func tellsWriter(_ type: RecordType, _ number: Int64) throws -> Bool { try find(type, number)?["author"] != nil }

    /// The records that fit a condition and that the reader may see, by number.
    ///
    /// - Parameters:
    ///   - condition: SQL over the row `r`, of the kernel's making.
    ///   - needs: fields that the condition speaks of; a record counts only where all of them may be read.
    func read(
        _ type: RecordType, where condition: String = "1", _ arguments: StatementArguments = StatementArguments(), needs: Set<String> = [],
        limit: Int? = nil
    ) throws -> [VisibleRecord] {
        let plan = ReadingPlan(type, standing: standing, live: live)
        let sql = """
            SELECT \(plan.columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r
            WHERE \(plan.isVisible) AND (\(condition)) ORDER BY r._id
            """
        var records: [VisibleRecord] = []
        try BulkStatement(db, sql, arguments).forEach(while: { limit.map { records.count < $0 } ?? true }) { row in
            if let record = try plan.record(row, needs: needs, db: db) { records.append(record) }
        }
        return records
    }

    /// How many records fit, counted only among those that the reader may see.
    func count(_ type: RecordType, where condition: String = "1", _ arguments: StatementArguments = StatementArguments()) throws -> Int {
        let plan = ReadingPlan(type, standing: standing, live: live)
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM \(SQLName.quoted(type.table)) r WHERE \(plan.isVisible) AND (\(condition))", arguments: arguments
        )
            ?? 0
    }
}
