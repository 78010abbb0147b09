import GRDB

/// Keeps what each enrolment has begun and done, and whether its requirements are met.
///
/// It is brought up to date within each action; `rebuild` computes all of it from the records, with the same result.
struct Completion {
    let live: LiveConfiguration
    let db: Database

    /// What a change of a record means for the activity that it belongs to.
    func update(_ content: RecordContent, at instant: Instant, isDeleted: Bool = false) throws {
        guard let enrolment = content.enrolment, let activity = content.activity,
            let kind = try String.fetchOne(
                db.cachedStatement(sql: "SELECT kind FROM kernel_activity WHERE key = ?"), arguments: [activity]),
            let declared = live.activity(kind), declared.record == content.type.id
        else { return }
        let status = isDeleted ? nil : try self.status(content, declared)
        if try set(enrolment, activity, status, at: instant) { try assess(enrolment, at: instant) }
    }

    /// `done` where the record is in the state that completes the activity, or has ended after it; `started` where it is there at all.
    private func status(_ content: RecordContent, _ activity: DeclaredActivity) throws -> String {
        guard let completed = activity.completed else { return "done" }
        if content.state == completed { return "done" }
        guard let state = content.state, content.type.workflow?.state(state)?.isFinal == true else { return "started" }
        let reached = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM kernel_state WHERE kind = ? AND record = ? AND state = ?)"),
            arguments: [content.type.id, content.number, completed])
        return reached == true ? "done" : "started"
    }

    /// - Returns: whether anything changed.
    private func set(_ enrolment: Int64, _ activity: Int64, _ status: String?, at instant: Instant) throws -> Bool {
        guard let status else {
            try db.execute(
                sql: "DELETE FROM kernel_completion WHERE enrolment = ? AND activity = ?", arguments: [enrolment, activity])
            return db.changesCount > 0
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO kernel_completion (enrolment, activity, status, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (enrolment, activity) DO UPDATE SET status = excluded.status, since = excluded.since
                WHERE status <> excluded.status
                """
        ).execute(arguments: [enrolment, activity, status, instant.microseconds])
        return db.changesCount > 0
    }

    /// Judges an enrolment against the requirements of its variant, and keeps the outcome.
    func assess(_ enrolment: Int64, at instant: Instant) throws {
        guard let reading = try EnrolmentReading(enrolment, live: live, in: db) else { return }
        let outcome = try Requirements(live: live).fulfilment(reading)
        try db.cachedStatement(
            sql: """
                INSERT INTO kernel_fulfilment (enrolment, status, since) VALUES (?, ?, ?)
                ON CONFLICT (enrolment) DO UPDATE SET status = excluded.status, since = excluded.since WHERE status <> excluded.status
                """
        ).execute(arguments: [enrolment, outcome.word, instant.microseconds])
    }

    /// Computes everything anew from the records and their histories.
    ///
    /// Instants come from the histories, so that the result is the same as if it had been kept up to date.
    func rebuild(at instant: Instant) throws {
        try db.execute(sql: "DELETE FROM kernel_completion")
        for type in live.recordTypes {
            let kinds = live.modules.flatMap(\.declarations.activities).filter { $0.record == type.id }
            guard !kinds.isEmpty else { continue }
            let loader = RecordLoader(live: live, db: db)
            let numbers = try Int64.fetchAll(db, sql: "SELECT _id FROM \(SQLName.quoted(type.table)) ORDER BY _id")
            for number in numbers {
                guard let content = try loader.load(type, number), let enrolment = content.enrolment, let activity = content.activity,
                    let kind = try String.fetchOne(db, sql: "SELECT kind FROM kernel_activity WHERE key = ?", arguments: [activity]),
                    let declared = kinds.first(where: { $0.id == kind })
                else { continue }
                let status = try status(content, declared)
                _ = try set(enrolment, activity, status, at: try since(content, declared, status) ?? instant)
            }
        }
        for enrolment in try Int64.fetchAll(db, sql: "SELECT id FROM kernel_enrolment WHERE role = 'participant'") {
            guard
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_fulfilment WHERE enrolment = ?)", arguments: [enrolment]) == true
            else { continue }
            try assess(enrolment, at: instant)
        }
    }

    /// When a record came to have that status: the last entry into the run of states that all give it.
    private func since(_ content: RecordContent, _ activity: DeclaredActivity, _ status: String) throws -> Instant? {
        let entries = try Row.fetchAll(
            db, sql: "SELECT state, instant FROM kernel_state WHERE kind = ? AND record = ? ORDER BY entry",
            arguments: [content.type.id, content.number])
        var reached = false
        var last: (status: String, instant: Int64)?
        for entry in entries {
            let state: String = entry[0]
            reached = reached || state == activity.completed
            let isFinal = content.type.workflow?.state(state)?.isFinal == true
            let now = activity.completed == nil || state == activity.completed || isFinal && reached ? "done" : "started"
            if last?.status != now { last = (now, entry[1]) }
        }
        return last.flatMap { $0.status == status ? Instant(microseconds: $0.instant) : nil }
    }
}
