import GRDB
import Kernel

/// Offers the seat that was given outside the ranking, and notes that one who kept waiting for another seat takes no unwished one again.
struct AwardSeatReaction: Reaction {
    let events: EventSelection = ["participation.award.created", "participation.application.keep-waiting"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: Applicant.kind), let live = transaction.live, let type = live.record(Applicant.kind) else {
            return
        }
        guard event.name == "participation.award.created" else {
            return try transaction.records.update(
                type, number, ["only-wished": .scalar(1.databaseValue), "outside": .scalar(.null), "extra": .scalar(.null)])
        }
        guard let award = try Award.last(of: number, in: transaction.db), let move = type.workflow?.transition("award") else { return }
        let days = live.module("participation")?.settings["answer-days"]?.integer ?? 10
        let answerBy = try live.calendar.adding(workingDays: days, to: live.timeZone.day(at: transaction.instant))
        try transaction.records.move(
            type, number, move,
            [
                "seat": .scalar(award.seat.databaseValue), "answer-by": .scalar(answerBy.description.databaseValue),
                "outside": .scalar(award.ground.databaseValue), "extra": .scalar((award.isExtra ? 1 : 0).databaseValue),
            ])
    }
}
