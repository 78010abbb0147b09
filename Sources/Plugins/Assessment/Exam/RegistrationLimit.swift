import GRDB
import Kernel

/// Until when one registers for an exam (UH-loven § 11-6(3), consolidated 2026-08-01: the institution's own regulations).
struct RegistrationLimit {
    /// The last day on which one registers; nil where the exam says none.
    static func lastDay(_ settings: JSONValue?, opens: Instant?, _ zone: TimeZoneRules) throws -> Day? {
        guard let days = settings?["registration-days"]?.integer, let opens else { return nil }
        return try zone.day(at: opens).adding(days: -days)
    }

    /// Refuses a registration that comes after the limit, or when the exam is over for her, unless she was given a dispensation.
    static func check(_ candidate: Int64, _ activity: Int64, _ transaction: ActionTransaction) throws {
        guard let live = transaction.live, let sitting = try Sitting(candidate, in: transaction.db) else { return }
        let text = try String.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT settings FROM kernel_activity WHERE key = ?"), arguments: [activity])
        let settings = try text.map { try JSONValue(parsing: Array($0.utf8)) }
        let zone = live.timeZone
        var passed: (day: Day, ground: Text)?
        if let last = try lastDay(settings, opens: sitting.opens(in: transaction.db), zone), zone.day(at: transaction.instant) > last {
            passed = (
                last,
                Text(
                    nb: " (institusjonens forskrift, UH-loven § 11-6(3))", nn: " (forskrifta til institusjonen, UH-lova § 11-6(3))",
                    en: " (the institution's regulations, UH-loven § 11-6(3))")
            )
        } else if let due = try sitting.due(in: transaction.db), transaction.instant >= due {
            let end = Instant(microseconds: due.microseconds - 1).map { zone.day(at: $0) }
            passed = end.map {
                (
                    $0,
                    Text(
                        nb: ", da eksamen var over (UH-loven § 11-6(3))", nn: ", då eksamen var over (UH-lova § 11-6(3))",
                        en: ", when the exam ended (UH-loven § 11-6(3))")
                )
            }
        }
        guard let passed, try ExamStore(transaction.db).dispensation("registration", from: activity, sitting.enrolment) == nil else {
            return
        }
        throw ReactionRefusal(
            Text(
                nb: "siste dag å melde seg opp var \(passed.day)\(passed.ground(.nb))",
                nn: "siste dag å melde seg opp var \(passed.day)\(passed.ground(.nn))",
                en: "the last day to register was \(passed.day)\(passed.ground(.en))"),
            help: Text(
                nb: "koordinatoren kan gi dispensasjon: assessment.dispensation.create --rule registration",
                nn: "koordinatoren kan gi dispensasjon: assessment.dispensation.create --rule registration",
                en: "the coordinator may give a dispensation: assessment.dispensation.create --rule registration"))
    }
}
