import GRDB
import Kernel

/// Nobody decides in her own case: for the school owner, for the institution that admits, or on her own seat.
///
/// Forvaltningsloven § 6 (the same in the new Act § 25): a party to the case is disqualified.
struct NotOwnGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard case .person(let person) = act.actor else { return }
        let sql =
            switch act.record.name {
            case "evidence":
                "SELECT a.applicant FROM participation_evidence e JOIN participation_application a ON a._id = e.application WHERE e._id = ?"
            case "seat":
                "SELECT e.person FROM participation_seat s JOIN kernel_enrolment e ON e.id = s.enrolment WHERE s._id = ?"
            default: "SELECT applicant FROM participation_application WHERE _id = ?"
            }
        let number = act.record.name == "award" ? act.values["application"]?.integer.map(Int64.init) : nil
        guard try Int64.fetchOne(db, sql: sql, arguments: [number ?? act.number]) == person else { return }
        throw ActRefusal.rule(
            "not-own", nb: "du kan ikke gjøre dette i din egen sak", nn: "du kan ikkje gjere dette i di eiga sak",
            en: "you cannot do this in your own case")
    }
}
