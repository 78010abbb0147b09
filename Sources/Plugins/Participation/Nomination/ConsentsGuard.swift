import GRDB
import Kernel

/// A nomination is said yes to while the round takes applications, by one who has not applied already.
struct ConsentsGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        if let fault = InTimeGuard.fault(admission) { throw ActRefusal.guarded(by: "participation/in-time", fault) }
        let row = try Row.fetchOne(
            db,
            sql: "SELECT n.person, p.id FROM participation_nomination n JOIN kernel_person p ON p.key = n.person WHERE n._id = ?",
            arguments: [act.number])
        guard let row else { return }
        try NominatesGuard.requireNew(row[0], admission.round.number, row[1], except: act.number, in: db)
    }
}
