import GRDB
import Kernel

/// Attendance is of a half-day that the gathering has, of a gathering of the participant's own offering, once it has begun.
///
/// So a gathering at which attendance was recorded is neither cut below it nor moved to a day to come.
struct CheckAttendanceReaction: Reaction {
    let events: EventSelection = [
        "participation.attendance.created", "participation.attendance.updated", "participation.gathering.updated",
    ]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        if event.name == "participation.gathering.updated" { return try checkGathering(event, in: transaction) }
        guard let number = event.number(of: "participation.attendance"), let live = transaction.live else { return }
        let row = try Row.fetchOne(
            transaction.db.cachedStatement(
                sql: """
                    SELECT a.half_day, g.half_days, g.gathering, g.starts, g._state, g.offering = e.offering FROM participation_attendance a
                    JOIN participation_gathering g ON g._id = a.gathering JOIN kernel_enrolment e ON e.id = a.enrolment WHERE a._id = ?
                    """), arguments: [number])
        guard let row else { return }
        let (half, last): (Int, Int) = (row[0], row[1])
        let (name, starts, state): (String, String, String) = (row[2], row[3], row[4])
        if row[5] == 0 {
            throw ReactionRefusal(
                Text(
                    nb: "samlingen «\(name)» hører til en annen gjennomføring", nn: "samlinga «\(name)» høyrer til ei anna gjennomføring",
                    en: "the gathering '\(name)' belongs to another offering"))
        }
        if half > last {
            throw ReactionRefusal(
                Text(
                    nb: "«\(name)» har \(last) halve dager, ikke \(half)", nn: "«\(name)» har \(last) halve dagar, ikkje \(half)",
                    en: "'\(name)' has \(last) half-days, not \(half)"))
        }
        if state == "cancelled" {
            throw ReactionRefusal(
                Text(nb: "«\(name)» er avlyst", nn: "«\(name)» er avlyst", en: "'\(name)' is cancelled"))
        }
        if let day = try? Day(starts), live.timeZone.day(at: transaction.instant) < day {
            throw ReactionRefusal(
                Text(
                    nb: "«\(name)» begynner først \(day)", nn: "«\(name)» byrjar først \(day)", en: "'\(name)' does not begin until \(day)")
            )
        }
        // Two half-days are a day.
        if let day = try? Day(starts).adding(days: (half - 1) / 2), live.timeZone.day(at: transaction.instant) < day {
            throw ReactionRefusal(
                Text(
                    nb: "halv dag \(half) av «\(name)» er ikke før \(day)", nn: "halv dag \(half) av «\(name)» er ikkje før \(day)",
                    en: "half-day \(half) of '\(name)' is not until \(day)"))
        }
    }

    private func checkGathering(_ event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.gathering"), let live = transaction.live else { return }
        let row = try Row.fetchOne(
            transaction.db.cachedStatement(
                sql: """
                    SELECT max(a.half_day), g.half_days, g.gathering, g.starts FROM participation_gathering g
                    JOIN participation_attendance a ON a.gathering = g._id WHERE g._id = ? GROUP BY g._id
                    """), arguments: [number])
        guard let row else { return }
        let (marked, last): (Int, Int) = (row[0], row[1])
        let (name, starts): (String, String) = (row[2], row[3])
        if marked > last {
            throw ReactionRefusal(
                Text(
                    nb: "det er ført oppmøte på halv dag \(marked) av «\(name)», så den har ikke bare \(last)",
                    nn: "det er ført frammøte på halv dag \(marked) av «\(name)», så ho har ikkje berre \(last)",
                    en: "attendance has been recorded for half-day \(marked) of '\(name)', so it has more than \(last)"))
        }
        if let day = try? Day(starts), live.timeZone.day(at: transaction.instant) < day {
            throw ReactionRefusal(
                Text(
                    nb: "det er ført oppmøte på «\(name)», så den kan ikke begynne \(day)",
                    nn: "det er ført frammøte på «\(name)», så ho kan ikkje byrje \(day)",
                    en: "attendance at '\(name)' has been recorded, so it cannot begin on \(day)"))
        }
    }
}
