import GRDB
import Kernel

/// Attendance is of a half-day that the gathering has, of a gathering of the participant's own offering, once it has begun.
struct CheckAttendanceReaction: Reaction {
    let events: EventSelection = ["participation.attendance.created", "participation.attendance.updated"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
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
    }
}
