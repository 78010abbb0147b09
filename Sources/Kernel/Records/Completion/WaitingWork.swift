import GRDB

/// What participants have done their part of, and that waits for others.
///
/// Made once for what is live: a report asks it for each activity of each participant, and most kinds of activity never wait.
struct WaitingWork {
    /// For each name of a kind of activity whose records can wait: asks by enrolment and activity whether one does.
    private let questions: [String: [String]]

    init(_ live: LiveConfiguration) {
        var questions: [String: [String]] = [:]
        for activity in live.modules.flatMap(\.declarations.activities) {
            guard let type = activity.record.flatMap(live.record), !type.isAnonymous else { continue }
            let states = (type.workflow?.states ?? []).filter(\.waitsForOthers).map { "'\($0.name)'" }
            guard !states.isEmpty, let condition = ActivityStatus.condition(activity, type, live: live) else { continue }
            let sql =
                "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(type.table)) r WHERE \(condition) AND r._state IN (\(states.joined(separator: ", "))))"
            for id in activity.ids { questions[id, default: []].append(sql) }
        }
        self.questions = questions
    }

    /// Whether one of the records that count for an enrolment in an activity waits for others than the one whose work it is.
    ///
    /// - Parameters:
    ///   - enrolment: its number.
    ///   - activity: the key of the activity.
    ///   - kind: what the activity's kind is or was called.
    func holds(_ enrolment: Int64, _ activity: Int64, _ kind: String, in db: Database) throws -> Bool {
        try questions[kind]?.contains { sql in
            try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [enrolment, activity]) == true
        } ?? false
    }
}
