import GRDB
import Kernel

/// Nobody takes part, by whatever way, in a course of an institution that has excluded her, for as long as that lasts.
struct CheckEnrolmentReaction: Reaction {
    let events: EventSelection = ["kernel.enrolment.created", "kernel.enrolment.resumed"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "kernel.enrolment"), let live = transaction.live else { return }
        let db = transaction.db
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT person, offering FROM kernel_enrolment WHERE id = ? AND role = 'participant'"),
            arguments: [number])
        guard let row, let course = try live.course(of: row[1], in: db),
            let until = try Exclusion.until(
                row[0], from: course, on: live.timeZone.day(at: transaction.instant), live: live, in: db)
        else { return }
        throw ReactionRefusal(
            Text(
                nb: "deltakeren er utestengt fra institusjonen til og med \(until) (UH-loven § 12-4)",
                nn: "deltakaren er utestengd frå institusjonen til og med \(until) (UH-lova § 12-4)",
                en: "the participant is excluded from the institution until \(until) (UH-loven § 12-4)"))
    }
}
