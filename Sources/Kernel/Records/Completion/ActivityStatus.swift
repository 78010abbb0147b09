import GRDB

/// How far one enrolment is with one activity, by the records that are there.
struct ActivityStatus: Equatable {
    /// `done` or `started`.
    var word: String
    /// Since when, in microseconds: the earliest that one of the records came to this and stayed.
    var since: Int64

    /// `done` where a record is in the state that completes the activity, or has ended after it; `started` where there is one at all; nil
    /// where there is none.
    static func of(
        _ activity: DeclaredActivity, _ type: RecordType, _ enrolment: Int64, _ key: Int64, live: LiveConfiguration, in db: Database
    ) throws -> ActivityStatus? {
        guard !type.isAnonymous, let condition = condition(activity, type, live: live) else { return nil }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r._id, r._created FROM \(SQLName.quoted(type.table)) r
                    WHERE \(condition) ORDER BY r._id
                    """), arguments: [enrolment, key])
        var best: ActivityStatus?
        for row in rows {
            best = better(best, try of(row[0], created: row[1], activity, type, in: db))
        }
        return best
    }

    /// The one that is further; of two that are as far, since the earlier.
    static func better(_ one: ActivityStatus?, _ other: ActivityStatus?) -> ActivityStatus? {
        guard let one, let other else { return one ?? other }
        if one.word == other.word { return ActivityStatus(word: one.word, since: min(one.since, other.since)) }
        return one.word == "done" ? one : other
    }

    /// Which records of the type, row `r`, count for enrolment `?1` in activity `?2`.
    ///
    /// A course has many records for one activity and few for one person or group: they are looked up by the latter, and the `+` keeps SQLite
    /// from taking the index of the activities.
    static func condition(_ activity: DeclaredActivity, _ type: RecordType, live: LiveConfiguration) -> String? {
        let (scope, paths) = (live.memory.scope(of: type, live), RecordPath(live))
        switch activity.counting {
        case .own:
            guard scope.enrolment != nil, let activity = scope.activity,
                let enrolment = paths.condition(scope.paths.enrolment, of: type, row: "r", isIn: "?1")
            else { return nil }
            return "\(enrolment) AND \(isUnique(type) ? "" : "+")\(activity) = ?2"
        case .member:
            let groups = """
                SELECT m."group" FROM kernel_group_member m JOIN kernel_enrolment e ON e.person = m.person WHERE e.id = ?1
                """
            guard let work = GroupWork(type, live: live),
                let group = paths.condition(scope.paths.group, of: type, row: "r", isIn: groups)
            else { return nil }
            return "\(group) AND +\(work.activity) = ?2"
        }
    }

    /// Whether there is at most one record for an enrolment and an activity, and an index that holds both.
    private static func isUnique(_ type: RecordType) -> Bool {
        guard let activity = type.activityField?.name, let parent = type.parentField else { return false }
        return (type.unique + [type.key]).contains { Set($0.prefix(2)) == [activity, parent] }
    }

    /// What one record says: the last run of states that all say the same, and when it began.
    private static func of(
        _ number: Int64, created: Int64, _ activity: DeclaredActivity, _ type: RecordType, in db: Database
    ) throws -> ActivityStatus {
        let completed = activity.completed
        guard !completed.isEmpty else { return ActivityStatus(word: "done", since: created) }
        let entries = try BulkStatement(
            kept: "SELECT state, instant FROM kernel_state WHERE kind = ? AND record = ? ORDER BY entry", in: db)
        entries.bind(1, copying: type.id)
        entries.bind(2, number)
        var status = ActivityStatus(word: "started", since: created)
        try entries.forEach { entry in
            let state = entry.text(0)
            // A life that ends keeps what it had come to, unless the end takes that away.
            let end = type.workflow?.state(state).flatMap { $0.isFinal && !$0.voids ? status.word : nil }
            let word = completed.contains(state) ? "done" : end ?? "started"
            if word != status.word { status = ActivityStatus(word: word, since: entry.integer(1)) }
        }
        return status
    }
}
