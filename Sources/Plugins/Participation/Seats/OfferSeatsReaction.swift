import GRDB
import Kernel

/// Offers the free seats in the order of the ranking, gives those who have a lesser seat the one that they would rather have, and puts the others
/// on the waiting list.
struct OfferSeatsReaction: Reaction {
    let events: EventSelection = ["participation.round.offer"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let live = transaction.live, let type = live.record(Applicant.kind),
            let offer = type.workflow?.transition("offer"), let wait = type.workflow?.transition("wait"),
            let improve = type.workflow?.transition("improve"), let change = type.workflow?.transition("improve-accepted")
        else { return }
        let db = transaction.db
        let admission = try AdmissionCase(round: number, live: live, at: transaction.instant, in: db)
        let days = live.module("participation")?.settings["answer-days"]?.integer ?? 10
        let answerBy = try live.calendar.adding(workingDays: days, to: admission.today)
        let seats = SeatQueue(rules: admission.rules)
        let queue = try Self.queue(number, in: db)
        var allocation = seats.free(places: admission.round.places, taken: try SeatsTaken.count(in: admission.round.offering, db))
        let given = allocation.give(
            queue.map { applicant in
                seats.wish(
                    applicant.number, wishes: applicant.wishes, employer: applicant.employer, onlyWished: applicant.onlyWished,
                    holds: ["offered", "accepted"].contains(applicant.state) ? applicant.seat : nil)
            })
        for (applicant, seat) in zip(queue, given.map(\.kind)) {
            let kind: [String: FieldValue] = seat.map { ["seat": .scalar($0.databaseValue)] } ?? [:]
            switch (applicant.state, seat) {
            case ("offered", let seat?) where seat != applicant.seat: try transaction.records.move(type, applicant.number, improve, kind)
            case ("accepted", let seat?) where seat != applicant.seat: try transaction.records.move(type, applicant.number, change, kind)
            case ("offered", _), ("accepted", _): continue
            case (_, _?):
                try transaction.records.move(
                    type, applicant.number, offer,
                    kind.merging([
                        "answer-by": .scalar(answerBy.description.databaseValue), "outside": .scalar(.null), "extra": .scalar(.null),
                    ]) { first, _ in first })
            case ("qualified", nil): try transaction.records.move(type, applicant.number, wait)
            default: continue
            }
        }
    }

    /// Those who are ranked and wait, or may still change to a better seat, in the order of the ranking.
    ///
    /// Who has a seat by a decision of its own keeps that one.
    private static func queue(_ round: Int64, in db: Database) throws -> [Applicant] {
        let numbers = try Int64.fetchAll(
            db,
            sql: """
                SELECT a._id FROM participation_position p JOIN participation_ranking r ON r._id = p.ranking AND r._state = 'decided'
                JOIN participation_application a ON a._id = p.application
                WHERE r.round = ? AND (a._state IN ('qualified', 'waiting') OR a._state IN ('offered', 'accepted')
                AND a.outside IS NULL) ORDER BY p.place
                """, arguments: [round])
        return try numbers.compactMap { try Applicant.find($0, in: db) }
    }
}
