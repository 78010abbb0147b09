import GRDB
import Kernel

/// A formal error is mended by grading anew only where there is something to grade: of an oral or another test that leaves nothing there is a
/// new exam (UH-loven §§ 11-9, 11-10, consolidated 2026-08-01).
struct MendableGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard act.values["remedy"]?.string == "regrade" else { return }
        let isVerifiable = try Bool.fetchOne(
            db,
            sql: "SELECT r.verifiable FROM assessment_formal_complaint x JOIN assessment_result r ON r._id = x.result WHERE x._id = ?",
            arguments: [act.number])
        guard isVerifiable == false else { return }
        throw ActRefusal.rule(
            "mendable",
            nb:
                "prøven kan ikke sensureres på nytt, for den etterlater ingenting å vurdere; gi ny eksamen med --remedy new-exam (UH-loven § 11-9)",
            nn:
                "prøva kan ikkje sensurerast på nytt, for ho etterlèt ingenting å vurdere; gi ny eksamen med --remedy new-exam (UH-lova § 11-9)",
            en: "the test cannot be graded anew, as it leaves nothing to grade; give a new exam with --remedy new-exam (UH-loven § 11-9)")
    }
}
