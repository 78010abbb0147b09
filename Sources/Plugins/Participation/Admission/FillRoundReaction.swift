import GRDB
import Kernel

/// Takes over from the variant what a new round does not say itself.
struct FillRoundReaction: Reaction {
    let events: EventSelection = ["participation.round.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let live = transaction.live, let type = live.record(AdmissionRound.kind)
        else { return }
        let admission = try AdmissionCase(round: number, live: live, at: transaction.instant, in: transaction.db)
        let rules = admission.rules
        guard rules.isThere else {
            throw ReactionRefusal(
                Text(
                    nb: "varianten sier ikke noe om opptak (admission)", nn: "varianten seier ikkje noko om opptak (admission)",
                    en: "the variant says nothing of admission"))
        }
        let given = try transaction.records.load(type, number)?.values ?? [:]
        var values: [String: FieldValue] = [:]
        func fill(_ name: String, _ value: DatabaseValue?) {
            if let value, given[name]?.isNull ?? true { values[name] = .scalar(value) }
        }
        let institution = rules.admittedBy
        let isKnown = try institution.map { id in
            try Bool.fetchOne(
                transaction.db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_organisation WHERE id = ?)", arguments: [id]) == true
        }
        if isKnown == true { fill("admitted-by", institution?.databaseValue) }
        for key in ["opens", "deadline", "owner-deadline", "answer"] { fill(key, rules.day(key)?.description.databaseValue) }
        fill("places", rules.places?.databaseValue)
        fill("minimum", rules.minimum.databaseValue)
        if !values.isEmpty { try transaction.records.update(type, number, values) }
    }
}
