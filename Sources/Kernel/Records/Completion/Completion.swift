import GRDB

/// Keeps what each enrolment has begun and done, and whether its requirements are met.
///
/// It is brought up to date within each action; `rebuild` computes all of it from the records. Both say what the records and their
/// histories say now, by the same code, so that the result is the same.
struct Completion {
    let live: LiveConfiguration
    let db: Database
    /// The judge of the transaction, which has read the courses; without it one is made.
    var assessor: Assessor?

    /// What a change of a record means for the activity that it belongs to.
    ///
    /// - Parameter content: the record as it is, or as it was before it was removed or moved to another activity.
    func update(_ content: RecordContent, at instant: Instant) throws {
        try updateMembers(content, at: instant)
        try updateRules(content, at: instant)
        guard let enrolment = content.enrolment, let activity = content.activity, let kind = try kind(of: activity),
            counts(content.type, for: kind)
        else { return }
        let change = try set(enrolment, activity, try status(enrolment, activity, of: kind))
        if change { try (assessor ?? Assessor(live: live, in: db)).assess(enrolment, at: instant) }
    }

    /// Whether a record of that type says anything of the activity that it names: it is the work that is done there, or recognises it.
    private func counts(_ type: RecordType, for kind: String) -> Bool {
        if type.recognises != nil { return true }
        guard let declared = live.activity(kind) else { return false }
        return declared.record == type.id && declared.counting == .own
    }

    /// How far an enrolment is with an activity, by the work done there and by what is recognised from elsewhere.
    ///
    /// - Parameter kind: the activity's kind, under the name that its release knows.
    func status(_ enrolment: Int64, _ activity: Int64, of kind: String) throws -> ActivityStatus? {
        var status: ActivityStatus?
        if let declared = live.activity(kind), let type = declared.record.flatMap(live.record) {
            status = try ActivityStatus.of(declared, type, enrolment, activity, live: live, in: db)
        }
        guard !live.recognising.isEmpty else { return status }
        return ActivityStatus.better(status, try Recognitions(live: live, db: db).status(enrolment, activity))
    }

    private func kind(of activity: Int64) throws -> String? {
        try (assessor ?? Assessor(live: live, in: db)).kind(of: activity)
    }

    /// Judges an enrolment anew when a record under it has changed that a rule of its module may read.
    private func updateRules(_ content: RecordContent, at instant: Instant) throws {
        guard let enrolment = content.enrolment, content.activity == nil,
            live.registry[CompletionRules.self].contains(where: { $0.module == content.type.module })
        else { return }
        try (assessor ?? Assessor(live: live, in: db)).assess(enrolment, at: instant)
    }

    /// Keeps how far an enrolment is with an activity.
    ///
    /// - Returns: whether anything changed.
    func set(_ enrolment: Int64, _ activity: Int64, _ status: ActivityStatus?) throws -> Bool {
        guard let status else {
            try db.cachedStatement(sql: "DELETE FROM kernel_completion WHERE enrolment = ? AND activity = ?").execute(
                arguments: [enrolment, activity])
            return db.changesCount > 0
        }
        let upsert = try BulkStatement(
            kept: """
                INSERT INTO kernel_completion (enrolment, activity, status, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (enrolment, activity) DO UPDATE SET status = excluded.status, since = excluded.since
                WHERE status <> excluded.status OR since <> excluded.since
                """, in: db)
        upsert.bind(1, enrolment)
        upsert.bind(2, activity)
        upsert.bind(3, copying: status.word)
        upsert.bind(4, status.since)
        return try upsert.run() > 0
    }

    /// Computes everything anew from the records and their histories.
    ///
    /// - Parameter instant: from when an enrolment counts as judged whose outcome was another until now.
    func rebuild(at instant: Instant) throws {
        try db.execute(sql: "DELETE FROM kernel_completion")
        for type in live.recordTypes {
            let kinds = live.modules.flatMap(\.declarations.activities).filter { $0.record == type.id && $0.counting == .own }
            let scope = RecordScope(type, row: "r", live: live)
            guard !kinds.isEmpty, let enrolment = scope.enrolment, let activity = scope.activity else { continue }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT w.enrolment, w.activity, a.kind FROM
                    (SELECT \(enrolment) enrolment, \(activity) activity FROM \(SQLName.quoted(type.table)) r) w
                    JOIN kernel_activity a ON a.key = w.activity WHERE w.enrolment IS NOT NULL
                    """)
            for row in rows {
                guard let declared = live.activity(row[2]), declared.record == type.id else { continue }
                _ = try set(row[0], row[1], status(row[0], row[1], of: row[2]))
            }
        }
        try rebuildMembers()
        for place in try Recognitions(live: live, db: db).all() {
            _ = try set(place.enrolment, place.activity, status(place.enrolment, place.activity, of: place.kind))
        }
        try Assessor(live: live, in: db).assessAll(at: instant)
    }
}
