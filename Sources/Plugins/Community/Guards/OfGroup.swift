import GRDB
import Kernel

/// Observation, mentoring and conflict work are between people of the group that they lie in.
///
/// Of a group are its members, those who belong to its organisation, and those who take part in its offering. So nobody from outside, the owner
/// neither, makes use of a consent that was given among colleagues. Whoever helps in a conflict may come from elsewhere, but not begin it.
struct OfGroup: ActionGuard {
    private static let parties = NamedPeople.fields.merging(["conflict": ["first", "second"]]) { own, _ in own }

    func check(_ act: GuardedAct, in db: Database) throws {
        guard case .person(let key) = act.actor else { return }
        let group: Int64?
        if act.number == 0 {
            group = act.values["group"]?.integer.map(Int64.init)
        } else {
            let table = SQLName.quoted(act.record.table)
            group = try Int64.fetchOne(db.cachedStatement(sql: "SELECT \"group\" FROM \(table) WHERE _id = ?"), arguments: [act.number])
        }
        guard let group else { return }
        if act.number == 0,
            let actor = try String.fetchOne(db.cachedStatement(sql: "SELECT id FROM kernel_person WHERE key = ?"), arguments: [key]),
            try !isOf(group, actor, db)
        {
            throw Self.refusal(actor)
        }
        for field in Self.parties[act.record.name] ?? [] {
            for person in act.values[field]?.array?.compactMap(\.string) ?? act.values[field]?.string.map({ [$0] }) ?? [] {
                guard try !isOf(group, person, db) else { continue }
                throw Self.refusal(person)
            }
        }
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
