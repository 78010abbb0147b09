import GRDB
import Kernel

/// A grade is one of the scale that the course is graded on (UH-loven § 11-7(1), consolidated 2026-08-01).
struct OnTheScaleGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let grade = act.values["grade"]?.string, let offering = try offering(act, db),
            let scale = try ExamTree.of(offering: offering, in: db)?.scale
        else { return }
        guard !scale.contains(grade) else { return }
        let list = scale.grades.joined(separator: ", ")
        throw ActRefusal.rule(
            "on-the-scale", nb: "karakteren «\(grade)» er ikke på skalaen: \(list) (UH-loven § 11-7(1))",
            nn: "karakteren «\(grade)» er ikkje på skalaen: \(list) (UH-lova § 11-7(1))",
            en: "the grade '\(grade)' is not on the scale: \(list) (UH-loven § 11-7(1))")
    }

    private func offering(_ act: GuardedAct, _ db: Database) throws -> String? {
        let candidate =
            switch act.record.name {
            case "judgement": "SELECT s.candidate FROM assessment_judgement x JOIN assessment_script s ON s._id = x.script WHERE x._id = ?"
            case "regrade":
                "SELECT s.candidate FROM assessment_regrade x JOIN assessment_regrading g ON g._id = x.regrading JOIN assessment_script s ON s._id = g.script WHERE x._id = ?"
            case "regrading": "SELECT s.candidate FROM assessment_regrading x JOIN assessment_script s ON s._id = x.script WHERE x._id = ?"
            default: "SELECT r.candidate FROM assessment_grade_complaint x JOIN assessment_result r ON r._id = x.result WHERE x._id = ?"
            }
        return try Int64.fetchOne(db, sql: candidate, arguments: [act.number]).flatMap(ExamStore(db).offering(of:))
    }
}
