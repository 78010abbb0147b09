import GRDB
import Kernel

/// A frozen result is replaced by one that was decided after it.
struct OutcomeGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isThere = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM assessment_outcome n JOIN assessment_outcome o ON o.enrolment = n.enrolment
                WHERE o._id = ? AND n.edition > o.edition)
                """, arguments: [act.number])
        guard isThere != true else { return }
        throw ActRefusal.rule(
            "has-new-outcome", nb: "et fastsatt resultat endres bare ved et nytt vedtak: assessment.freeze --reason",
            nn: "eit fastsett resultat blir berre endra ved eit nytt vedtak: assessment.freeze --reason",
            en: "a frozen result changes only by a new decision: assessment.freeze --reason")
    }
}
