import GRDB

/// Activities that a group's record completes for those of its members who take the course (`completed: {of: member}`).
///
/// A concept round of a school's staff counts for the leader who takes the course, once it is closed and names the activity.
extension Completion {
    /// A kind of activity of that sort, with its record and where that lies.
    private typealias Kind = (declared: DeclaredActivity, type: RecordType, work: GroupWork)

    private func kinds(of record: String? = nil) -> [Kind] {
        live.groupActivities.filter { record == nil || $0.record == record }.compactMap { declared in
            guard let type = declared.record.flatMap(live.record), !type.isAnonymous, let work = GroupWork(type, live: live) else {
                return nil
            }
            return (declared, type, work)
        }
    }

    /// What a change of a record means for the members of its group, in every activity of the kind that they have.
    func updateMembers(_ content: RecordContent, at instant: Instant) throws {
        for kind in kinds(of: content.type.id) {
            let table = SQLName.quoted(kind.type.table)
            let isThere = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE _id = ?)"), arguments: [content.number])
            // Of one that is gone nobody knows the group: whoever had something by such a record is looked at.
            let condition =
                isThere == true
                ? "e.person IN (SELECT person FROM kernel_group_member WHERE \"group\" = (SELECT \(kind.work.group) FROM \(table) r WHERE r._id = ?2))"
                : "EXISTS (SELECT 1 FROM kernel_completion c WHERE c.enrolment = e.id AND c.activity = a.key AND ?2 IS NOT NULL)"
            try update(kind, where: condition, [names(kind), content.number], at: instant)
        }
    }

    /// What it means for a person's enrolments that she came into a group or left it.
    ///
    /// Called after the change, within its transaction.
    func updateMember(_ person: Int64, at instant: Instant) throws {
        for kind in kinds() { try update(kind, where: "e.person = ?2", [names(kind), person], at: instant) }
    }

    /// What the groups of a person have done already for the course that she enters.
    func enter(_ enrolment: Int64) throws {
        for kind in kinds() {
            let condition = "e.id = ?2 AND EXISTS (SELECT 1 FROM kernel_group_member m WHERE m.person = e.person)"
            for (enrolment, activity) in try places(kind, where: condition, [names(kind), enrolment]) {
                _ = try set(enrolment, activity, status(kind, enrolment, activity))
            }
        }
    }

    /// Computes everything of this sort anew, after all was removed.
    func rebuildMembers() throws {
        for kind in kinds() {
            let condition = """
                EXISTS (SELECT 1 FROM \(SQLName.quoted(kind.type.table)) r WHERE \(kind.work.activity) = a.key AND \(kind.work.group) IN
                (SELECT "group" FROM kernel_group_member m WHERE m.person = e.person))
                """
            for (enrolment, activity) in try places(kind, where: condition, [names(kind)]) {
                _ = try set(enrolment, activity, status(kind, enrolment, activity))
            }
        }
    }

    private func update(_ kind: Kind, where condition: String, _ arguments: StatementArguments, at instant: Instant) throws {
        for (enrolment, activity) in try places(kind, where: condition, arguments) {
            guard try set(enrolment, activity, status(kind, enrolment, activity)) else { continue }
            try (assessor ?? Assessor(live: live, in: db)).assess(enrolment, at: instant)
        }
    }

    private func status(_ kind: Kind, _ enrolment: Int64, _ activity: Int64) throws -> ActivityStatus? {
        try status(enrolment, activity, of: kind.declared.id)
    }

    /// The kind's name and its former ones, by which pinned releases know it, as a JSON list.
    private func names(_ kind: Kind) -> String { JSONValue.array(kind.declared.ids.map(JSONValue.string)).compact }

    /// The participants and the activities of the kinds that the list `?1` names in their courses, under a condition on the enrolment `e` and the activity `a`.
    private func places(_ kind: Kind, where condition: String, _ arguments: StatementArguments) throws -> [(Int64, Int64)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.id, a.key FROM kernel_enrolment e
                    JOIN kernel_activity a ON a.offering = e.offering AND a.kind IN (SELECT value FROM json_each(?1))
                    WHERE e.role = 'participant' AND \(condition) ORDER BY e.id, a.key
                    """), arguments: arguments
        ).map { ($0[0], $0[1]) }
    }
}
