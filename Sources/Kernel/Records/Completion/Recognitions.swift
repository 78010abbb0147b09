import GRDB

/// The activities that records of modules say are recognised for an enrolment, from work done elsewhere.
///
/// What counts is asked of the rows as they are: one that is taken back, moved or deleted counts no more.
struct Recognitions {
    let live: LiveConfiguration
    let db: Database

    /// A kind of record that recognises, and where it lies, as SQL over its row `r`.
    struct Kind: Sendable {
        let type: RecordType
        let terms: RecognitionTerms
        let enrolment: String
        let activity: String
        /// Whether the row counts.
        let counts: String

        /// Selects those that count for enrolment `?1` in activity `?2`.
        let statement: String

        init(_ type: RecordType, _ terms: RecognitionTerms, enrolment: String, activity: String) {
            (self.type, self.terms, self.enrolment, self.activity) = (type, terms, enrolment, activity)
            let states = terms.states.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")
            counts = terms.states.isEmpty ? "1" : "r._state IN (\(states))"
            statement = """
                SELECT r._id, r._created FROM \(SQLName.quoted(type.table)) r WHERE \(enrolment) = ?1 AND \(activity) = ?2 AND \(counts)
                ORDER BY r._id
                """
        }
    }

    /// - Returns: none for a kind that does not say which enrolment and which activity.
    static func kinds(_ live: LiveConfiguration) -> [Kind] {
        live.memory.recognitions {
            live.recognising.compactMap { type in
                let scope = live.memory.scope(of: type, live)
                guard let terms = type.recognises, let enrolment = scope.enrolment, let activity = scope.activity else { return nil }
                return Kind(type, terms, enrolment: enrolment, activity: activity)
            }
        }
    }

    /// Whether an activity is recognised for an enrolment, as a condition over their internal keys.
    static func condition(_ live: LiveConfiguration, enrolment: String, activity: String) -> String {
        let each = kinds(live).map { kind in
            """
            EXISTS (SELECT 1 FROM \(SQLName.quoted(kind.type.table)) r WHERE \(kind.enrolment) = \(enrolment) AND \(kind.activity) = \(activity)
            AND \(kind.counts))
            """
        }
        return each.isEmpty ? "0" : "(\(each.joined(separator: " OR ")))"
    }

    /// `done` since the earliest that a record which counts came to count; nil where none does.
    func status(_ enrolment: Int64, _ activity: Int64) throws -> ActivityStatus? {
        var best: ActivityStatus?
        for kind in Self.kinds(live) {
            let rows = try Row.fetchAll(db.cachedStatement(sql: kind.statement), arguments: [enrolment, activity])
            for row in rows {
                let since = try since(kind, row[0], created: row[1])
                best = ActivityStatus.better(best, ActivityStatus(word: "done", since: since))
            }
        }
        return best
    }

    /// When a record that counts came to: the beginning of the last run of states in which it does.
    private func since(_ kind: Kind, _ number: Int64, created: Int64) throws -> Int64 {
        var since: Int64?
        let entries = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT state, instant FROM kernel_state WHERE kind = ? AND record = ? ORDER BY entry"),
            arguments: [kind.type.id, number])
        for entry in entries {
            let counts = kind.terms.states.contains(entry[0] as String)
            since = counts ? since ?? entry[1] : nil
        }
        return since ?? created
    }

    /// Every enrolment with each activity that is recognised for it, and the activity's kind.
    func all() throws -> [(enrolment: Int64, activity: Int64, kind: String)] {
        try Self.kinds(live).flatMap { kind in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT w.enrolment, w.activity, a.kind FROM
                    (SELECT \(kind.enrolment) enrolment, \(kind.activity) activity FROM \(SQLName.quoted(kind.type.table)) r WHERE \(kind.counts)) w
                    JOIN kernel_activity a ON a.key = w.activity WHERE w.enrolment IS NOT NULL ORDER BY 1, 2
                    """
            ).map { ($0[0], $0[1], $0[2]) }
        }
    }
}
