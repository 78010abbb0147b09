import GRDB
import Kernel

/// Whoever receives a visit for the school that is visited belongs to that school: she speaks for it when the report is to be shared.
struct OfHost: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let person = act.values["receives"]?.string, let host = act.values["host"]?.string else { return }
        let isThere = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_affiliation a JOIN kernel_person p ON p.key = a.person
                WHERE p.id = ? AND a.organisation = ?)
                """, arguments: [person, host])
        guard isThere != true else { return }
        throw ActRefusal.guarded(
            by: "of-host",
            Text(
                nb: "«\(person)» hører ikke til skolen som blir besøkt", nn: "«\(person)» høyrer ikkje til skulen som får besøk",
                en: "'\(person)' does not belong to the school that is visited"))
    }
}
