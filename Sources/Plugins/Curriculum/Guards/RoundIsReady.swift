import GRDB
import Kernel

/// A concept round opens only when there is something to place and somewhere to place it: a vignette and a category.
///
/// Without them everyone would open a form with nothing in it, and the round could not be planned again.
struct RoundIsReady: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let concept = "(SELECT concept FROM curriculum_round WHERE _id = \(act.number))"
        let vignettes = try Int.fetchOne(db, sql: "SELECT count(*) FROM curriculum_vignette WHERE concept = \(concept)") ?? 0
        let categories = try Int.fetchOne(db, sql: "SELECT count(*) FROM curriculum_category WHERE concept = \(concept)") ?? 0
        guard vignettes < 1 || categories < 1 else { return }
        throw ActRefusal.guarded(
            by: "round-is-ready",
            Text(
                nb:
                    "begrepet har \(Counted.text(vignettes, "eksempel", "eksempler")) og \(Counted.text(categories, "kategori", "kategorier")); en runde trenger minst ett eksempel og én kategori",
                nn:
                    "omgrepet har \(Counted.text(vignettes, "døme", "døme")) og \(Counted.text(categories, "kategori", "kategoriar")); ein runde treng minst eitt døme og éin kategori",
                en:
                    "the concept has \(Counted.text(vignettes, "vignette", "vignettes")) and \(Counted.text(categories, "category", "categories")); a round needs at least one vignette and one category"
            ))
    }
}
