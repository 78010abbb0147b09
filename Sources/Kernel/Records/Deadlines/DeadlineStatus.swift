public import GRDB

/// A deadline of one record as a list shows it: until when, for whom, and where it stands.
public struct DeadlineStatus: Sendable, Hashable {
    public var record: RecordPlace.Step
    public var name: String
    public var title: Text
    public var source: String?
    /// The internal key of the person whose record it is.
    public var owner: Int64?
    public var due: Instant
    public var state: DeadlineState

    /// Which deadlines to list; every condition that is given must hold.
    public struct Filter: Sendable, Hashable {
        /// Records of that kind.
        public var kind: String?
        /// Records of the person with that internal key.
        public var owner: Int64?
        public var state: DeadlineState?

        public init(kind: String? = nil, owner: Int64? = nil, state: DeadlineState? = nil) {
            self.kind = kind
            self.owner = owner
            self.state = state
        }
    }

    /// The deadlines that fit, in the order in which they are due.
    ///
    /// What a deadline limits are the transitions that must come before it.
    ///
    /// - Parameters:
    ///   - index: what the modules declare.
    ///   - now: where they stand at that instant.
    ///   - isVisible: whether the reader may see a deadline, by the kind and number of the record and by its name.
    public static func list(
        _ filter: Filter, _ index: DeclarationIndex, at now: Instant, in db: Database, isVisible: (String, Int64, String) throws -> Bool
    ) throws -> [DeadlineStatus] {
        let owners = RecordOwnerFinder(index, in: db)
        let done = try BulkStatement(
            db,
            """
            SELECT min(instant) FROM kernel_state WHERE kind = ? AND record = ? AND instant >= ?
            AND transition IN (SELECT value FROM json_each(?))
            """)
        var list: [DeadlineStatus] = []
        for type in index.typesWithDeadlines where filter.kind == nil || filter.kind == type.id {
            guard let workflow = type.workflow else { continue }
            let finals = workflow.states.filter(\.isFinal).map(\.name)
            let rows = try BulkStatement(
                db,
                """
                SELECT d.record, d.name, d.base, d.due, d.stopped, r._state FROM kernel_deadline d
                JOIN \(SQLName.quoted(type.table)) r ON r._id = d.record WHERE d.kind = ?
                """)
            rows.bind(1, copying: type.id)
            try rows.forEach { row in
                let number = row.integer(0)
                guard let rule = workflow.deadline(row.text(1)), let due = Instant(microseconds: row.integer(3)),
                    try isVisible(type.id, number, rule.name)
                else { return }
                let owner = try owners.find(type.id, number)
                guard filter.owner == nil || filter.owner == owner else { return }
                done.bind(1, copying: type.id)
                done.bind(2, number)
                done.bind(3, row.integer(2))
                // An act that only makes the time run anew does not meet it.
                let restarts = Set(rule.after.moments.map(\.path))
                let limited = workflow.transitions.filter { transition in
                    transition.before?.path == rule.name && !(transition.event.map { restarts.contains($0) } ?? false)
                }.map { JSONValue.string($0.name) }
                done.bind(4, copying: JSONValue.array(limited).compact)
                let doneAt = try done.first { $0.kind(0) == .null ? nil : $0.integer(0) } ?? nil
                let state: DeadlineState =
                    if let doneAt {
                        doneAt < due.microseconds ? .met : .late
                    } else if row.kind(4) != .null || finals.contains(row.text(5)) {
                        .stopped
                    } else {
                        due <= now ? .overdue : .running
                    }
                guard filter.state == nil || filter.state == state else { return }
                list.append(
                    DeadlineStatus(
                        record: .init(kind: type.id, number: number), name: rule.name, title: rule.label, source: rule.source, owner: owner,
                        due: due, state: state))
            }
        }
        return list.sorted { ($0.due, $0.record.kind, $0.record.number, $0.name) < ($1.due, $1.record.kind, $1.record.number, $1.name) }
    }
}
