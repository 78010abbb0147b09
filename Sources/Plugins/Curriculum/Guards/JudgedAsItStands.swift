import GRDB
import Kernel

/// The vignettes, the categories and the scale of a concept stay as they are from when a round of it opens.
///
/// What was answered before the work and after it is compared: it must have been asked of the same examples, into the same categories.
struct JudgedAsItStands: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let concept = try concept(of: act, in: db) else { return }
        if act.record.name == "concept" {
            let scale = try String.fetchOne(
                db.cachedStatement(sql: "SELECT scale FROM curriculum_concept WHERE _id = ?"), arguments: [concept])
            guard act.values["scale"]?.string != scale else { return }
        }
        let rounds = "SELECT _id FROM curriculum_round WHERE concept = ?1"
        let isOpen =
            try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (\(rounds) AND _state = 'open')"), arguments: [concept]) ?? false
        let isAnswered =
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM curriculum_classification a JOIN curriculum_sitting s ON s._id = a.sitting
                        WHERE s.round IN (\(rounds)))
                        """), arguments: [concept]) ?? false
        guard isOpen || isAnswered else { return }
        throw ActRefusal.guarded(by: "judged-as-it-stands", isAnswered ? Self.answered : Self.open)
    }

    /// The number of the concept that an act on it, on one of its categories or on one of its vignettes is about.
    private func concept(of act: GuardedAct, in db: Database) throws -> Int64? {
        switch (act.record.name, act.number) {
        case ("concept", _): act.number
        case (_, 0): act.values["concept"]?.integer.map(Int64.init)
        case ("category", _):
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT concept FROM curriculum_category WHERE _id = ?"), arguments: [act.number])
        default:
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT concept FROM curriculum_vignette WHERE _id = ?"), arguments: [act.number])
        }
    }

    private static let open = Text(
        nb: "en runde om begrepet er åpen; eksempler, kategorier og skala må stå som de er til den er lukket",
        nn: "ein runde om omgrepet er open; døme, kategoriar og skala må stå som dei er til han er lukka",
        en: "a round of the concept is open; vignettes, categories and scale must stay as they are until it is closed")

    private static let answered = Text(
        nb:
            "noen har plassert eksemplene til begrepet; eksempler, kategorier og skala må stå som de er, så svar før og etter kan sammenlignes. Lag et nytt begrep for å spørre om noe annet",
        nn:
            "nokon har plassert døma til omgrepet; døme, kategoriar og skala må stå som dei er, så svar før og etter kan samanliknast. Lag eit nytt omgrep for å spørje om noko anna",
        en:
            "the vignettes of the concept have been classified; vignettes, categories and scale must stay as they are, so that answers before and after can be compared. Make a new concept to ask about something else"
    )
}
