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

    /// That work was approved too late, as a clause.
    static func tooLate(_ title: Text, _ last: Day) -> Text {
        Text(
            nb: "«\(title(.nb))» ble godkjent etter fristen \(last)", nn: "«\(title(.nn))» vart godkjent etter fristen \(last)",
            en: "'\(title(.en))' was approved after the limit \(last)")
    }
}
