import GRDB
import Kernel

/// Offers the free seats in the order of the ranking, and puts the others on the waiting list.
struct OfferSeatsReaction: Reaction {
    let events: EventSelection = ["participation.round.offer"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let live = transaction.live, let type = live.record(Applicant.kind),
            let offer = type.workflow?.transition("offer"), let wait = type.workflow?.transition("wait")
        else { return }
        let db = transaction.db
        let admission = try AdmissionCase(round: number, live: live, at: transaction.instant, in: db)
        let days = live.module("participation")?.settings["answer-days"]?.integer ?? 10
        let answerBy = try live.calendar.adding(workingDays: days, to: admission.today)
        let queue = try Self.queue(number, in: db)
        let free = try Self.free(admission, in: db)
        var allocation = SeatAllocation(free: free.kinds, total: free.total)
        let first = admission.rules.seats.first?.kind
        let given = allocation.give(
            queue.map { .init(application: $0.number, kinds: $0.wishes.isEmpty ? [first ?? "funded"] : $0.wishes) })
        for (applicant, seat) in zip(queue, given.map(\.kind)) {
            if let seat {
                try transaction.records.move(
                    type, applicant.number, offer,
                    ["seat": .scalar(seat.databaseValue), "answer-by": .scalar(answerBy.description.databaseValue)])
            } else if applicant.state == "qualified" {
                try transaction.records.move(type, applicant.number, wait)
            }
        }
    }

    /// Those who are ranked and have no offer yet, in the order of the ranking.
    private static func queue(_ round: Int64, in db: Database) throws -> [Applicant] {
        let numbers = try Int64.fetchAll(
            db,
            sql: """
                SELECT a._id FROM participation_position p JOIN participation_ranking r ON r._id = p.ranking AND r._state = 'decided'
                JOIN participation_application a ON a._id = p.application
                WHERE r.round = ? AND a._state IN ('qualified', 'waiting') ORDER BY p.place
                """, arguments: [round])
        return try numbers.compactMap { try Applicant.find($0, in: db) }
    }

    /// The seats of each kind that nobody has been offered, or that became free again, and how many of them the round may give.
    private static func free(_ admission: AdmissionCase, in db: Database) throws -> (kinds: [String: Int], total: Int) {
        var free: [String: Int] = [:]
        for seats in admission.rules.seats { free[seats.kind, default: 0] += seats.number }
        if admission.rules.seats.isEmpty { free["funded"] = admission.round.places }
        let taken = try SeatsTaken.count(in: admission.round.offering, db)
        for (kind, count) in taken { free[kind, default: 0] -= count }
        return (free, admission.round.places - taken.values.reduce(0, +))
    }
}
