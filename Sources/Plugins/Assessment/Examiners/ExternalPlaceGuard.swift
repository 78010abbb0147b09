import GRDB
import Kernel

/// A place among the required examiners is kept for those from outside: however many are named, the number that is required is never made up
/// of the others alone (UH-loven §§ 11-6, 11-7(2), 11-11(1), consolidated 2026-08-01).
struct ExternalPlaceGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let store = ExamStore(db)
        let isAppeal = act.record.name == "regrade"
        let (table, parent) = isAppeal ? ("assessment_regrade", "regrading") : ("assessment_judgement", "script")
        guard
            let own = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT \(parent), coalesce(external, 0) FROM \(table) WHERE _id = ?"), arguments: [act.number]),
            own[1] as Bool == false
        else { return }
        let group: Int64 = own[0]
        let needed: (examiners: Int64, external: Int)
        if isAppeal {
            let number = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT script FROM assessment_regrading WHERE _id = ?"), arguments: [group])
            guard let script = try number.flatMap({ try store.script($0) }) else { return }
            needed = try AppealReaction.required(of: group, script, db)
        } else {
            // A moderator comes after those who were required.
            guard let script = try store.script(group), script.state == "delivered" else { return }
            needed = (Int64(script.examiners), script.external)
        }
        let judged = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT count(*) FROM \(table) WHERE \(parent) = ? AND _state = 'sealed' AND NOT coalesce(external, 0)"),
            arguments: [group])
        guard needed.external > 0, (judged ?? 0) >= needed.examiners - Int64(needed.external) else { return }
        let paragraphs = isAppeal ? "§ 11-11(1)" : "§§ 11-6, 11-7(2)"
        throw ActRefusal.rule(
            "external-place",
            nb:
                "\(needed.external) av \(needed.examiners) sensorer skal komme utenfra; plassen som er igjen, er for en ekstern (UH-loven \(paragraphs))",
            nn:
                "\(needed.external) av \(needed.examiners) sensorar skal kome utanfrå; plassen som er att, er for ein ekstern (UH-lova \(paragraphs))",
            en:
                "\(needed.external) of \(needed.examiners) examiners must come from outside; the place that is left is for an external one (UH-loven \(paragraphs))"
        )
    }
}
