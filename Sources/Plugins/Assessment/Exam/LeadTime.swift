import Kernel

/// How long before an exam required work must be approved.
struct LeadTime {
    /// The last day on which approval counts; nil where the work has no lead time.
    ///
    /// - Parameters:
    ///   - settings: of the required work.
    ///   - opens: when the exam opens.
    static func lastDay(_ settings: JSONValue, before opens: Instant, _ time: WorkspaceTime) throws -> Day? {
        guard let lead = settings["lead-time"] else { return nil }
        var last = time.zone.day(at: opens)
        if let weeks = lead["weeks"]?.integer { last = try last.adding(days: -7 * weeks) }
        for _ in 0..<(lead["working-days"]?.integer ?? 0) { last = try time.calendar.previousWorkingDay(onOrBefore: last.adding(days: -1)) }
        return last
    }

    /// Whether work that was approved after the last day counts all the same: it was handed in so early that the time to answer was over by that
    /// day, so that the answer was late and not the work.
    ///
    /// - Parameter delivered: when it was last handed in.
    /// - Returns: the day on which the answer was due; nil where the work itself was too late.
    static func answerDue(_ settings: JSONValue, delivered: Instant, by last: Day, _ time: WorkspaceTime) throws -> Day? {
        let days = settings["feedback"]?["working-days"]?.integer ?? LeadTimeRule.feedbackDays
        let due = try time.calendar.adding(workingDays: days, to: time.zone.day(at: delivered))
        return due <= last ? due : nil
    }

    /// That work was approved too late, as a clause.
    static func tooLate(_ title: Text, _ last: Day) -> Text {
        Text(
            nb: "«\(title(.nb))» ble godkjent etter fristen \(last); koordinatoren kan gi dispensasjon",
            nn: "«\(title(.nn))» vart godkjent etter fristen \(last); koordinatoren kan gi dispensasjon",
            en: "'\(title(.en))' was approved after the limit \(last); the coordinator may give a dispensation")
    }

    /// Why work that was approved after the limit counts, as a clause.
    static func answeredLate(_ title: Text, _ last: Day, _ due: Day) -> Text {
        Text(
            nb: "«\(title(.nb))» ble godkjent etter fristen \(last), men svaret skulle vært gitt \(due), så det teller",
            nn: "«\(title(.nn))» vart godkjent etter fristen \(last), men svaret skulle vore gitt \(due), så det tel",
            en: "'\(title(.en))' was approved after the limit \(last), but the answer was due on \(due), so it counts")
    }
}
