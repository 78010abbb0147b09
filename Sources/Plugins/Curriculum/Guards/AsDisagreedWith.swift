import GRDB
import Kernel

/// A draft with which somebody has disagreed keeps its text and its edition: the dissent is about those words.
struct AsDisagreedWith: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT text, edition FROM curriculum_definition d WHERE _id = ?
                        AND EXISTS (SELECT 1 FROM curriculum_dissent WHERE definition = d._id)
                        """), arguments: [act.number])
        else { return }
        let (text, edition): (String, Int) = (row["text"], row["edition"])
        guard act.values["text"].map({ $0.string != text }) ?? false || act.values["edition"].map({ $0.integer != edition }) ?? false
        else { return }
        throw ActRefusal.guarded(
            by: "as-disagreed-with",
            Text(
                nb: "noen har skrevet at de ikke er enige i nettopp denne teksten; skriv en ny utgave av definisjonen",
                nn: "nokon har skrive at dei ikkje er einige i nettopp denne teksten; skriv ei ny utgåve av definisjonen",
                en: "somebody has written that they disagree with these very words; write a new edition of the definition"))
    }
}
