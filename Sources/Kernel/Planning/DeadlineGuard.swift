import GRDB

/// Sees to it that no plan makes people late: for who is enrolled, a deadline never moves from a day to come to a day gone by,
/// and a deadline gone by, or one that somebody has delivered against, never moves to an earlier day (design 3.2, Releases).
///
/// It holds whatever moves the deadline: the variant, another release, the offering's own start and dates, the calendar, or the clock by which
/// days end.
struct DeadlineGuard {
    let db: Database
    let today: Day
    let instant: Instant

    /// A deadline that would be brought forward.
    private struct Breach {
        var offering: String
        var variant: String
        var activity: String
        var from: Day
        var to: Day
        /// Whether it is somebody's work that stands against it, and not the day alone.
        var isDelivered: Bool
    }

    /// The changes, with those that would bring a deadline forward like that marked as refused.
    func protect(
        _ changes: [Change], _ moves: [OfferingMove], from live: ConfigurationState, to wanted: ConfigurationState
    ) throws -> [Change] {
        var changes = changes
        guard !changes.isEmpty else { return changes }
        let clocks = try Self.clocks(live, wanted)
        let calendars = (try OfferedCourse.calendar(of: live), try OfferedCourse.calendar(of: wanted))
        var delivered: DeliveredWork?
        for move in moves where try Enrolled(db: db).hasPeople(move.offering) {
            guard let old = try days(move.before, move, calendars.0), let new = try days(move.after, move, calendars.1) else { continue }
            for (id, due) in old.sorted(by: { $0.key < $1.key }) {
                if let clocks, let moved = new[id], try clocks.old.endOfDay(due) > instant, try clocks.new.endOfDay(moved) <= instant {
                    markClock(&changes, id, move.offering, due)
                    continue
                }
                guard let moved = new[id], moved < due else { continue }
                var isDelivered = false
                if moved >= today && due >= today {
                    if delivered == nil { delivered = try DeliveredWork(in: db) }
                    isDelivered = try delivered?.exists(id, offering: move.offering) == true
                    guard isDelivered else { continue }
                }
                mark(
                    &changes,
                    Breach(
                        offering: move.offering, variant: move.variant, activity: id, from: due, to: moved, isDelivered: isDelivered))
            }
        }
        return changes
    }

    private func mark(_ changes: inout [Change], _ breach: Breach) {
        let here = changes.indices.filter { index in
            [.init(.offering, breach.offering), .init(.variant, breach.variant)].contains(changes[index].key)
        }
        // Where nothing that says when is changed, it is an item that goes and comes again elsewhere.
        let says = changes.indices.filter { changes[$0].key.kind == .calendar || (here.contains($0) && saysWhen(changes[$0])) }
        // What names the activity itself comes before what moves others with it.
        let own = says.filter { index in
            changes[index].inner.contains { $0 == breach.activity || $0.hasPrefix(breach.activity + ".") }
        }
        let causes = [own, says, here].first { !$0.isEmpty } ?? Array(changes.indices)
        for index in causes where changes[index].risk != .refused {
            changes[index].risk = .refused
            changes[index].note = note(breach)
        }
    }

    /// The clocks by which days ended and are to end; nil where it is the same, or nothing was live.
    private static func clocks(_ live: ConfigurationState, _ wanted: ConfigurationState) throws -> (old: TimeZoneRules, new: TimeZoneRules)?
    {
        func name(_ state: ConfigurationState) -> String? {
            state.documents.first { $0.key.kind == .workspace }?.value["time-zone"]?.string
        }
        guard let old = name(live), let new = name(wanted), old != new else { return nil }
        return (try LocalDay.zone(of: live), try LocalDay.zone(of: wanted))
    }

    private func markClock(_ changes: inout [Change], _ activity: String, _ offering: String, _ due: Day) {
        for index in changes.indices where changes[index].isOfClock && changes[index].risk != .refused {
            changes[index].risk = .refused
            changes[index].note = Text(
                nb: "fristen \(due) for «\(activity)» i \(offering) ville være over allerede nå",
                nn: "fristen \(due) for «\(activity)» i \(offering) ville vere over alt no",
                en: "the deadline \(due) of '\(activity)' in \(offering) would be over already")
        }
    }

    private func note(_ breach: Breach) -> Text {
        let (activity, offering, from, to) = (breach.activity, breach.offering, breach.from, breach.to)
        if breach.isDelivered {
            return Text(
                nb: "fristen for «\(activity)» i \(offering) ville flyttes fra \(from) til \(to), og det er levert mot den",
                nn: "fristen for «\(activity)» i \(offering) ville bli flytta frå \(from) til \(to), og det er levert mot han",
                en:
                    "the deadline of '\(activity)' in \(offering) would move from \(from) to \(to), and work is delivered against it"
            )
        }
        return Text(
            nb: "fristen for «\(activity)» i \(offering) ville flyttes fra \(from) til \(to), og i dag er det \(today)",
            nn: "fristen for «\(activity)» i \(offering) ville bli flytta frå \(from) til \(to), og i dag er det \(today)",
            en: "the deadline of '\(activity)' in \(offering) would move from \(from) to \(to), and today is \(today)")
    }

    /// Whether a change can by itself move a day.
    private func saysWhen(_ change: Change) -> Bool {
        guard let first = change.inner.first, let last = change.inner.last else { return false }
        if change.key.kind == .offering && !change.isOfMove { return ["start", "dates", "days"].contains(first) }
        return ["due", "start", "opens", "days"].contains(last) || (change.isOfMove ? change.inner[1] : first) == "calendar"
    }

    /// The deadlines of an offering, by activity; nil where they cannot be computed.
    private func days(_ side: OfferingMove.Side, _ move: OfferingMove, _ calendar: WorkingCalendar?) throws -> [String: Day]? {
        guard let calendar, let course = try side.course(move.variant, calendar: calendar) else { return nil }
        var days: [String: Day] = [:]
        for entry in course.schedule.entries where entry.moment == .due { days[entry.id] = entry.day }
        return days
    }
}
