import GRDB
import Kernel

/// A course is completed by those who meet its requirements.
struct RequirementsMetGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let status = try String.fetchOne(
            db, sql: "SELECT f.status FROM participation_seat s JOIN kernel_fulfilment f ON f.enrolment = s.enrolment WHERE s._id = ?",
            arguments: [act.number])
        guard status != "met" else { return }
        throw ActRefusal.rule(
            "requirements-met", nb: "kravene i kurset er ikke oppfylt; «kjerne report kernel.requirements» sier hva som mangler",
            nn: "krava i kurset er ikkje oppfylte; «kjerne report kernel.requirements» seier kva som manglar",
            en: "the course's requirements are not met; 'kjerne report kernel.requirements' says what is missing")
    }
}
