import GRDB
import Kernel

/// What is complained of does not fall away before the complaint has been answered, so that the case can still be decided anew.
struct NoOpenComplaintGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        for (complaint, decision) in ComplainableDecision.all where decision.record == act.record.name {
            let sql = """
                SELECT _id FROM \(SQLName.table(module: "assessment", record: complaint))
                WHERE \(SQLName.quoted(SQLName.column(decision.record))) = ? AND _state IN ('made', 'board') ORDER BY _id LIMIT 1
                """
            guard let open = try Int64.fetchOne(db, sql: sql, arguments: [act.number]) else { continue }
            throw ActRefusal.rule(
                "no-open-complaint", nb: "det er klaget på vedtaket; avgjør først assessment.\(complaint) \(open)",
                nn: "det er klaga på vedtaket; avgjer først assessment.\(complaint) \(open)",
                en: "the decision is complained of; decide assessment.\(complaint) \(open) first")
        }
    }
}
