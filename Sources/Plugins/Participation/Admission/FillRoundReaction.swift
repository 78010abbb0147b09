import GRDB
import Kernel

/// Takes over from the variant what a new round does not say itself; an offering has one round at a time.
struct FillRoundReaction: Reaction {
    let events: EventSelection = ["participation.round.created", "participation.round.updated"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let live = transaction.live, let type = live.record(AdmissionRound.kind)
        else { return }
        let admission = try AdmissionCase(round: number, live: live, at: transaction.instant, in: transaction.db)
        let rules = admission.rules
        let seats = rules.seats.map(\.number).reduce(0, +)
        if !rules.seats.isEmpty, admission.round.places > seats {
            let places = admission.round.places
            throw ReactionRefusal(
                Text(
                    nb: "runden kan ikke ha \(places) plasser: varianten har \(seats) av de slagene den har",
                    nn: "runden kan ikkje ha \(places) plassar: varianten har \(seats) av dei slaga han har",
                    en: "the round cannot have \(places) places: the variant has \(seats) of the kinds that it has"))
        }
        guard event.name == "participation.round.created" else { return }
        let other = try Int64.fetchOne(
            transaction.db,
            sql: "SELECT _id FROM participation_round WHERE offering = ? AND _id <> ? AND _state NOT IN ('finished', 'cancelled')",
            arguments: [admission.round.offering, number])
        if let other {
            throw ReactionRefusal(
                Text(
                    nb: "gjennomføringen har alt runde \(other)", nn: "gjennomføringa har alt runde \(other)",
                    en: "the offering has round \(other) already"))
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
        for key in AdmissionDay.keys { fill(key, rules.day(key)?.description.databaseValue) }
        fill("places", rules.places?.databaseValue)
        fill("minimum", rules.minimum?.databaseValue)
        if !values.isEmpty { try transaction.records.update(type, number, values) }
    }
}
