import GRDB
import Kernel

/// Of an exam that is annulled nothing is left to complain of or to give reasons for (UH-loven §§ 11-8, 11-9, consolidated 2026-08-01).
struct NotAnnulledGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let table = act.record.name == "reasons" ? "assessment_reasons" : "assessment_formal_complaint"
        let isAnnulled = try Bool.fetchOne(
            db,
            sql: "SELECT r._state = 'annulled' FROM \(table) x JOIN assessment_result r ON r._id = x.result WHERE x._id = ?",
            arguments: [act.number])
        guard isAnnulled == true else {
            return try OuterLimit(db).demand(resultOf: act.number, in: table, at: act.instant)
        }
        throw ActRefusal.rule(
            "not-annulled", nb: "eksamenen og resultatet er annullert (UH-loven §§ 11-9, 12-4)",
            nn: "eksamenen og resultatet er annullerte (UH-lova §§ 11-9, 12-4)",
            en: "the exam and its result have been annulled (UH-loven §§ 11-9, 12-4)")
    }
}
