import GRDB

/// The days that another calendar moves in offerings that people are in.
///
/// A line in a calendar names no course. What it means for people are the days of gatherings and activities that it moves: each is a
/// change of its own under `offerings.ID.days`.
struct MovedDays {
    let db: Database
    /// What becomes of the offerings that there are.
    let moves: [OfferingMove]

    /// - Returns: nothing where the calendar stays as it is; what else moves days is a change that names its course.
    func changes(from live: ConfigurationState, to wanted: ConfigurationState) throws -> [Change] {
        guard calendars(live) != calendars(wanted), let before = try OfferedCourse.calendar(of: live),
            let after = try OfferedCourse.calendar(of: wanted)
        else { return [] }
        var found: [Change] = []
        for move in moves where try Enrolled(db: db).hasPeople(move.offering) {
            guard let old = try move.before.course(move.variant, calendar: before),
                let new = try move.after.course(move.variant, calendar: after)
            else { continue }
            for entry in old.schedule.entries {
                guard let day = new.schedule.day(entry.id, entry.moment), day != entry.day else { continue }
                found.append(change(move.offering, entry, to: day))
            }
        }
        return found
    }

    private func calendars(_ state: ConfigurationState) -> [ConfigurationState.Key: JSONValue] {
        state.documents.filter { $0.key.kind == .calendar }
    }

    private func change(_ offering: String, _ entry: Schedule.Entry, to day: Day) -> Change {
        let key = ConfigurationState.Key(.offering, offering)
        let inner = ["days", "\(entry.id).\(entry.moment.rawValue)"]
        return Change(
            path: (key.path + inner).joined(separator: "."), kind: .changed, before: .string(entry.day.description),
            after: .string(day.description), key: key, inner: inner)
    }
}
