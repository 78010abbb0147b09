import GRDB
import Kernel

/// A grade is one of the scale that the course is graded on (UH-loven § 11-7(1), consolidated 2026-08-01).
struct OnTheScaleGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let grade = act.values["grade"]?.string, let offering = try offering(act, db),
            let scale = try ExamTree.of(offering: offering, in: db)?.scale(act.live.registry)
        else { return }
        guard !scale.contains(grade) else { return }
        throw ActRefusal.guarded(by: "assessment/on-the-scale", Self.sentence(grade, scale))
    }

    /// That a grade is not on a scale; only that of the Act has a paragraph.
    static func sentence(_ grade: String, _ scale: GradeScale) -> Text {
        let (nb, nn, en) = scale.isStatutory ? (" (UH-loven § 11-7(1))", " (UH-lova § 11-7(1))", " (UH-loven § 11-7(1))") : ("", "", "")
        return Text(
            nb: "karakteren «\(grade)» er ikke på skalaen: \(scale.list)\(nb)",
            nn: "karakteren «\(grade)» er ikkje på skalaen: \(scale.list)\(nn)",
            en: "the grade '\(grade)' is not on the scale: \(scale.list)\(en)")
    }

    private func offering(_ act: GuardedAct, _ db: Database) throws -> String? {
        let candidate =
            switch act.record.name {
            case "judgement": "SELECT s.candidate FROM assessment_judgement x JOIN assessment_script s ON s._id = x.script WHERE x._id = ?"
            case "regrade":
                "SELECT s.candidate FROM assessment_regrade x JOIN assessment_regrading g ON g._id = x.regrading JOIN assessment_script s ON s._id = g.script WHERE x._id = ?"
            default: "SELECT s.candidate FROM assessment_regrading x JOIN assessment_script s ON s._id = x.script WHERE x._id = ?"
            }
        return try Int64.fetchOne(db, sql: candidate, arguments: [act.number]).flatMap(ExamStore(db).offering(of:))
    }
}
