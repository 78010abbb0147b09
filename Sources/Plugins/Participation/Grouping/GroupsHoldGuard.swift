import GRDB
import Kernel

/// Groups are confirmed when everyone who takes part is in one, and every rule holds or was set aside with a reason.
struct GroupsHoldGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard
            let row = try Row.fetchOne(db, sql: "SELECT offering, size FROM participation_grouping WHERE _id = ?", arguments: [act.number])
        else { return }
        let active = Set(try BuildGroupsReaction.members(of: row[0], in: db).map { String($0.enrolment) })
        let places = try GroupConstraints.places(of: act.number, in: db).filter { active.contains($0.place.enrolment) }
        let missing = active.subtracting(places.map(\.place.enrolment)).compactMap(Int64.init).sorted()
        guard missing.isEmpty else {
            let names = try missing.prefix(10).compactMap { key in
                try String.fetchOne(
                    db, sql: "SELECT p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE e.id = ?", arguments: [key]
                )
            }.joined(separator: ", ")
            throw ActRefusal.rule(
                "groups-hold", nb: "disse er ikke i noen gruppe: \(names)", nn: "desse er ikkje i noka gruppe: \(names)",
                en: "these are in no group: \(names)")
        }
        let excused = Set(places.filter { $0.reason != nil }.map(\.place.enrolment))
        let broken = GroupConstraints.faults(places.map(\.place), size: row[1]).filter { $0.members.isDisjoint(with: excused) }
        guard !broken.isEmpty else { return }
        let text = GroupConstraints.sentence(broken)
        throw ActRefusal.rule(
            "groups-hold", nb: "gruppene bryter en regel, og det står ikke hvorfor: \(text(.nb))",
            nn: "gruppene bryt ein regel, og det står ikkje kvifor: \(text(.nn))",
            en: "the groups break a rule, and it is not said why: \(text(.en))")
    }
}
