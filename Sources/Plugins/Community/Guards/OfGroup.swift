import GRDB
import Kernel

/// Whoever is named in the work of a group is of the group that it lies in, and two who work together are two.
///
/// Of a group are its members, those who belong to its organisation, and those who take part in its offering. So nobody from outside, the owner
/// neither, makes use of a consent that was given among colleagues, and nobody gets to see work past its shares by being named in it. Whoever
/// begins what only its parties see is of the group too. Who is named already may have left since.
struct OfGroup: ActionGuard {
    /// Work that only its parties see, and its two parties.
    private static let pairs = [
        "observation": ["observer", "observed"], "mentoring": ["guide", "mentee"], "conflict": ["first", "second"],
    ]
    /// Other work, and the fields that name people in it.
    private static let named = [
        "project": ["responsible"], "action": ["responsible"], "follow-up": ["responsible"], "support": ["person"],
        "lesson-study": ["team"],
    ]

    func check(_ act: GuardedAct, in db: Database) throws {
        let pair = Self.pairs[act.record.name]
        guard let group = try group(of: act, in: db) else { return }
        if pair != nil, act.number == 0, case .person(let key) = act.actor,
            let actor = try String.fetchOne(db, sql: "SELECT id FROM kernel_person WHERE key = ?", arguments: [key]),
            try !isOf(group, actor, db)
        {
            throw Self.refusal(actor)
        }
        for field in pair ?? Self.named[act.record.name] ?? [] {
            let there = try people(in: field, of: act, in: db)
            for person in act.values[field]?.array?.compactMap(\.string) ?? act.values[field]?.string.map({ [$0] }) ?? [] {
                guard !there.contains(person), try !isOf(group, person, db) else { continue }
                throw Self.refusal(person)
            }
        }
        if let pair, let one = act.values[pair[0]]?.string, one == act.values[pair[1]]?.string {
            throw ActRefusal.guarded(
                by: "of-group",
                Text(
                    nb: "dette er mellom to, og «\(one)» er den samme to ganger",
                    nn: "dette er mellom to, og «\(one)» er den same to gonger",
                    en: "this is between two, and '\(one)' is the same one twice"))
        }
    }

    /// The group that the record lies in, or will lie in.
    private func group(of act: GuardedAct, in db: Database) throws -> Int64? {
        var type = act.record
        var number: Int64? = act.number
        if act.number == 0 {
            number = type.parentField.flatMap { act.values[$0]?.integer }.map(Int64.init)
            guard let parent = type.parent.flatMap(act.live.record) else { return number }
            type = parent
        }
        while let found = number, let field = type.parentField {
            number = try Int64.fetchOne(
                db, sql: "SELECT \(SQLName.quoted(SQLName.column(field))) FROM \(SQLName.quoted(type.table)) WHERE _id = ?",
                arguments: [found])
            guard let parent = type.parent.flatMap(act.live.record) else { return number }
            type = parent
        }
        return nil
    }

    /// Those whom the field of a record that is there names now.
    private func people(in field: String, of act: GuardedAct, in db: Database) throws -> Set<String> {
        guard act.number != 0, let declared = act.record.field(field) else { return [] }
        let sql =
            if case .list = declared.type {
                """
                SELECT p.id FROM \(SQLName.quoted(act.record.table + "__" + declared.column)) w JOIN kernel_person p ON p.key = w.value
                WHERE w.record = ?
                """
            } else {
                """
                SELECT p.id FROM \(SQLName.quoted(act.record.table)) w JOIN kernel_person p ON p.key = w.\(SQLName.quoted(declared.column))
                WHERE w._id = ?
                """
            }
        return Set(try String.fetchAll(db, sql: sql, arguments: [act.number]))
    }

    private static func refusal(_ person: String) -> ActRefusal {
        .guarded(
            by: "of-group",
            Text(
                nb: "«\(person)» hører ikke til gruppen, så dette kan ikke ligge der",
                nn: "«\(person)» høyrer ikkje til gruppa, så dette kan ikkje liggje der",
                en: "'\(person)' is not of the group, so this cannot lie there"))
    }

    private func isOf(_ group: Int64, _ person: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM kernel_person p JOIN kernel_group g ON g.key = ?2 WHERE p.id = ?1 AND (
                    EXISTS (SELECT 1 FROM kernel_group_member m WHERE m.person = p.key AND m."group" = g.key)
                    OR EXISTS (SELECT 1 FROM kernel_affiliation a WHERE a.person = p.key AND a.organisation = g.organisation)
                    OR EXISTS (SELECT 1 FROM kernel_enrolment e WHERE e.person = p.key AND e.offering = g.offering AND e.state = 'active')))
                    """), arguments: [person, group]) == true
    }
}
