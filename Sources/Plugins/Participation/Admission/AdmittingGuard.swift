import GRDB
import Kernel

/// Where several institutions give a course, only the one that does the admission admits.
struct AdmittingGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard case .person(let person) = act.actor else { return }
        let round = try AdmissionCase(act, in: db).round
        guard let institution = round.admittedBy else { return }
        let isAllowed = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_affiliation WHERE person = ?1 AND organisation = ?2 AND role = 'administrator')
                OR EXISTS (SELECT 1 FROM kernel_enrolment WHERE person = ?1 AND offering = ?3 AND role = 'administrator' AND state = 'active')
                """, arguments: [person, institution, round.offering])
        guard isAllowed != true else { return }
        throw ActRefusal.rule(
            "admitting", nb: "opptaket gjøres av «\(institution)»", nn: "opptaket blir gjort av «\(institution)»",
            en: "the admission is done by '\(institution)'")
    }
}
