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
        let scope = live.memory.scope(of: type, live)
        guard !type.isAnonymous, let enrolmentSQL = scope.enrolment, let activitySQL = scope.activity else { return nil }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r._id, r._created FROM \(SQLName.quoted(type.table)) r
                    WHERE \(enrolmentSQL) = ? AND \(activitySQL) = ? ORDER BY r._id
                    """), arguments: [enrolment, key])
        var best: ActivityStatus?
        for row in rows {
            let status = try of(row[0], created: row[1], activity, type, in: db)
            guard let known = best else {
                best = status
                continue
            }
            if known.word == status.word {
                best = ActivityStatus(word: known.word, since: min(known.since, status.since))
            } else if status.word == "done" {
                best = status
            }
        }
        return best
    }

    /// What one record says: the last run of states that all say the same, and when it began.
    private static func of(
        _ number: Int64, created: Int64, _ activity: DeclaredActivity, _ type: RecordType, in db: Database
    ) throws -> ActivityStatus {
        guard let completed = activity.completed else { return ActivityStatus(word: "done", since: created) }
        let entries = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT state, instant FROM kernel_state WHERE kind = ? AND record = ? ORDER BY entry"),
            arguments: [type.id, number])
        var reached = false
        var status = ActivityStatus(word: "started", since: created)
        for entry in entries {
            let state: String = entry[0]
            reached = reached || state == completed
            let hasEnded = reached && type.workflow?.state(state)?.isFinal == true
            let word = state == completed || hasEnded ? "done" : "started"
            if word != status.word { status = ActivityStatus(word: word, since: entry[1]) }
        }
        return status
    }
}
