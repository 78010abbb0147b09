import GRDB
import Kernel

/// A definition is agreed only if no later edition of the same concept has been agreed before it.
struct NewestEdition: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let later = try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(other.edition) FROM curriculum_definition own
                    JOIN curriculum_definition other ON other.concept = own.concept AND other.edition > own.edition
                    WHERE own._id = ? AND other._state = 'agreed'
                    """), arguments: [act.number])
        guard let later else { return }
        throw ActRefusal.guarded(
            by: "newest-edition",
            Text(
                nb: "utgave \(later) av definisjonen er alt vedtatt; gi teksten en ny utgave med et høyere nummer",
                nn: "utgåve \(later) av definisjonen er alt vedteken; gi teksten ei ny utgåve med eit høgare nummer",
                en: "edition \(later) of the definition has been agreed already; make a new edition with a higher number"))
    }
}
