import GRDB
import Kernel

/// A figure that its source keeps back, or does not have, has no value here either.
///
/// Results of pupils and of the pupil survey come with marks where groups are small (the rules of Utdanningsdirektoratet for showing and
/// screening results, read 2026-08-01); the marks are kept, and nothing is put in their place.
struct KeepsSuppression: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isShown = (act.values["mark"]?.string ?? "shown") == "shown"
        let hasValue = act.values["value"].map { !$0.isNull } ?? false
        if isShown, !hasValue {
            throw ActRefusal.guarded(
                by: "keeps-suppression",
                Text(
                    nb: "tallet mangler; si med «mark» om det er skjermet eller mangler hos kilden",
                    nn: "talet manglar; sei med «mark» om det er skjerma eller manglar hos kjelda",
                    en: "the figure is missing; say with 'mark' whether it is suppressed or missing at the source"))
        }
        if !isShown, hasValue || act.values["n"].map({ !$0.isNull }) ?? false {
            throw ActRefusal.guarded(
                by: "keeps-suppression",
                Text(
                    nb: "et tall som er skjermet eller mangler hos kilden, har verken verdi eller antall her",
                    nn: "eit tal som er skjerma eller manglar hos kjelda, har verken verdi eller tal på kor mange her",
                    en: "a figure that is suppressed or missing at the source has neither value nor number here"))
        }
    }
}
