import GRDB
import Kernel

/// Proposes groups of the participants of an offering, in place of what was proposed before.
struct BuildGroupsReaction: Reaction {
    let events: EventSelection = ["participation.grouping.build"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.grouping"), let live = transaction.live,
            let type = live.record("participation.placement")
        else { return }
        let db = transaction.db
        let row = try Row.fetchOne(
            db, sql: "SELECT offering, size, lot_seed FROM participation_grouping WHERE _id = ?", arguments: [number])
        guard let row else { return }
        let members = try Self.members(of: row[0], in: db)
        var generator = LotGenerator.make(seed: UInt64(row[2] as Int64? ?? 0))
        let groups: [[Int]]
        do { groups = try GroupBuilder(members, size: row[1]).groups(using: &generator) } catch {
            throw ReactionRefusal(error.text)
        }
        for old in try Int64.fetchAll(db, sql: "SELECT _id FROM participation_placement WHERE grouping = ?", arguments: [number]) {
            try transaction.records.delete(type, old)
        }
        for (index, group) in groups.enumerated() {
            for member in group {
                try transaction.records.create(
                    type,
                    ["enrolment": .scalar(members[member].enrolment.databaseValue), "number": .scalar((index + 1).databaseValue)],
                    parent: number.databaseValue)
            }
        }
    }

    /// The active participants by their enrolments, with what their seats say.
    static func members(of offering: String, in db: Database) throws -> [GroupingMember] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, s.school, s.employer, s.team FROM kernel_enrolment e LEFT JOIN participation_seat s ON s.enrolment = e.id
                WHERE e.offering = ? AND e.role = 'participant' AND e.state = 'active' ORDER BY e.id
                """, arguments: [offering]
        ).map { GroupingMember(enrolment: $0[0], school: $0[1], municipality: $0[2], team: $0[3]) }
    }
}

extension GroupingFault {
    /// Why, as a sentence.
    var text: Text {
        switch self {
        case .nobody: Text(nb: "det er ingen deltakere", nn: "det er ingen deltakarar", en: "there are no participants")
        case .school(let name, let count, let groups):
            Text(
                nb: "\(count) kommer hver for seg fra «\(name)», og det er bare \(groups) grupper",
                nn: "\(count) kjem kvar for seg frå «\(name)», og det er berre \(groups) grupper",
                en: "\(count) come separately from '\(name)', and there are only \(groups) groups")
        case .team(let name, let count, let size):
            Text(
                nb: "ledergruppen «\(name)» er \(count), og en gruppe har plass til \(size)",
                nn: "leiargruppa «\(name)» er \(count), og ei gruppe har plass til \(size)",
                en: "the leader team '\(name)' is \(count), and a group has room for \(size)")
        case .notFound:
            Text(
                nb: "ledergruppene lar seg ikke fordele på grupper av den størrelsen",
                nn: "leiargruppene lèt seg ikkje fordele på grupper av den storleiken",
                en: "the leader teams cannot be spread over groups of that size")
        }
    }
}
