import GRDB
import Kernel

/// What a school needs or asks is said by somebody of that school: nobody speaks for another.
struct OfSchool: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard case .person(let key) = act.actor, let school = act.values["school"]?.string else { return }
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_affiliation WHERE person = ? AND organisation = ?)", arguments: [key, school])
        guard isThere != true else { return }
        throw ActRefusal.guarded(
            by: "of-school",
            Text(
                nb: "du hører ikke til «\(school)», og bare skolen selv sier hva den trenger eller spør om",
                nn: "du høyrer ikkje til «\(school)», og berre skulen sjølv seier kva han treng eller spør om",
                en: "you do not belong to '\(school)', and only a school itself says what it needs or asks"))
    }
}
