import GRDB
import Kernel

/// What code that judges an act of admission needs: the round, the course, and what its variant says.
struct AdmissionCase {
    let round: AdmissionRound
    let course: LiveCourse
    let rules: AdmissionRules
    /// The day that it is.
    let today: Day

    init(round number: Int64, live: LiveConfiguration, at instant: Instant, in db: Database) throws {
        guard let round = try AdmissionRound.find(number, in: db), let course = try live.course(of: round.offering, in: db) else {
            throw ReactionRefusal(
                Text(nb: "det finnes ingen slik opptaksrunde", nn: "det finst inga slik opptaksrunde", en: "there is no such round"))
        }
        self.round = round
        self.course = course
        rules = AdmissionRules(course)
        today = live.timeZone.day(at: instant)
    }

    /// Of the round that the record of an act belongs to.
    init(_ act: GuardedAct, in db: Database) throws {
        let sql: String? =
            switch act.record.name {
            case "application": "SELECT round FROM participation_application WHERE _id = ?"
            case "evidence":
                "SELECT a.round FROM participation_evidence e JOIN participation_application a ON a._id = e.application WHERE e._id = ?"
            case "ranking": "SELECT round FROM participation_ranking WHERE _id = ?"
            case "nomination": "SELECT round FROM participation_nomination WHERE _id = ?"
            default: nil
            }
        var number = try sql.flatMap { try Int64.fetchOne(db, sql: $0, arguments: [act.number]) } ?? act.number
        // What is not made yet is of the record above it.
        if act.number == 0, let round = act.values["round"]?.integer { number = Int64(round) }
        if act.number == 0, let application = act.values["application"]?.integer {
            number =
                try Int64.fetchOne(db, sql: "SELECT round FROM participation_application WHERE _id = ?", arguments: [application]) ?? number
        }
        do { try self.init(round: number, live: act.live, at: act.instant, in: db) } catch let refusal as ReactionRefusal {
            throw ActRefusal.guarded(by: "participation", refusal.message)
        }
    }

    /// The ranking of the round that is frozen or decided.
    func standingRanking(in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT _id FROM participation_ranking WHERE round = ? AND _state IN ('frozen', 'decided') ORDER BY _id DESC LIMIT 1",
            arguments: [round.number])
    }
}

extension ActRefusal {
    static func rule(_ name: String, nb: String, nn: String, en: String) -> ActRefusal {
        .guarded(by: "participation/\(name)", Text(nb: nb, nn: nn, en: en))
    }
}
