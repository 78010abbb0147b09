import GRDB
import Kernel

/// An examiner does not sit the exam herself, and has no tie to anyone who wrote the script (forvaltningsloven §§ 6 to 10, consolidated 2026-08-01).
struct ImpartialGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let store = ExamStore(db)
        let sql =
            act.record.name == "regrade"
            ? "SELECT g.script, r.assessor FROM assessment_regrade r JOIN assessment_regrading g ON g._id = r.regrading WHERE r._id = ?"
            : "SELECT script, assessor FROM assessment_judgement WHERE _id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [act.number]), let script = try store.script(row[0])
        else { return }
        if act.record.name == "regrade", try FirstGrading(of: script.number, live: act.live, in: db).isVisible(to: row[1], at: act.instant)
        {
            throw ActRefusal.rule(
                "impartial", nb: "du kan se den første karakteren eller om den var bestått, og må tre til side (UH-loven § 11-11(2))",
                nn: "du kan sjå den første karakteren eller om han var greidd, og må trå til side (UH-lova § 11-11(2))",
                en: "you can see the first grade or whether it was a pass, and must step aside (UH-loven § 11-11(2))")
        }
        guard let conflict = try Conflict.of(row[1], with: script, in: db) else { return }
        if conflict == .candidate {
            throw ActRefusal.rule(
                "impartial", nb: "du er selv kandidat på eksamenen, og må tre til side (fvl. § 6)",
                nn: "du er sjølv kandidat på eksamenen, og må trå til side (fvl. § 6)",
                en: "you are a candidate of the exam yourself, and must step aside (fvl. § 6)")
        }
        // Whom it is about is not said: the script has no name.
        throw ActRefusal.rule(
            "impartial", nb: "du er knyttet til noen som har skrevet besvarelsen, og må tre til side (fvl. § 6)",
            nn: "du er knytt til nokon som har skrive svaret, og må trå til side (fvl. § 6)",
            en: "you have a tie to someone who wrote the script, and must step aside (fvl. § 6)")
    }
}
