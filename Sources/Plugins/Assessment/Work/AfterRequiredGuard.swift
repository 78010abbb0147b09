import GRDB
import Kernel

/// Required work that builds on other work is delivered when that is approved.
struct AfterRequiredGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let sql = """
            SELECT a.settings, a.offering, w.enrolment FROM assessment_work w JOIN kernel_activity a ON a.key = w.activity WHERE w._id = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [act.number]) else { return }
        let settings = try JSONValue(parsing: Array((row[0] as String? ?? "{}").utf8))
        for required in (settings["requires"]?.array ?? []).compactMap(\.string) {
            let done = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM kernel_completion c JOIN kernel_activity a ON a.key = c.activity
                    WHERE a.offering = ? AND a.activity = ? AND c.enrolment = ? AND c.status = 'done')
                    """, arguments: [row[1] as String, required, row[2] as Int64])
            guard done != true else { continue }
            throw ActRefusal.rule(
                "after-required", nb: "«\(required)» må være godkjent først", nn: "«\(required)» må vere godkjent først",
                en: "'\(required)' must be approved first")
        }
    }
}
