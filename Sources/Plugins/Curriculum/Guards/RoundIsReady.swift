import GRDB
import Kernel

/// A concept round opens only when there is something to place and somewhere to place it, a vignette and a category, and time to do it in.
///
/// Without them everyone would open a form with nothing in it, or one that closes at once, and the round could not be planned again.
struct RoundIsReady: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        if let closes = act.values["closes"]?.string, try Day(closes) < act.live.timeZone.day(at: act.instant) {
            throw ActRefusal.guarded(
                by: "round-is-ready",
                Text(
                    nb: "runden skulle lukkes senest \(closes), og den dagen er forbi; sett en ny dag med update --closes",
                    nn: "runden skulle lukkast seinast \(closes), og den dagen er forbi; set ein ny dag med update --closes",
                    en: "the round was to close on \(closes) at the latest, and that day has passed; set another with update --closes"))
        }
        let concept = "(SELECT concept FROM curriculum_round WHERE _id = ?)"
        let vignettes =
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM curriculum_vignette WHERE concept = \(concept)"), arguments: [act.number])
            ?? 0
        let categories =
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM curriculum_category WHERE concept = \(concept)"), arguments: [act.number])
            ?? 0
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
