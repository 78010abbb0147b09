public import GRDB

/// When the activities of a course are due for one participant, with every step that led there.
public struct ActivityDeadline {
    private let live: LiveConfiguration
    private let db: Database

    public init(live: LiveConfiguration, in db: Database) {
        self.live = live
        self.db = db
    }

    /// The activities that are due some day, in the order of the course.
    ///
    /// The deadline is named by its activity; the record is the enrolment.
    public func explain(_ enrolment: Enrolment) throws -> [DeadlineExplanation] {
        let course = try OfferedCourse.live(enrolment.offering, calendar: live.calendar, in: db)
        let extensions = try ActivityExtensions(enrolment: enrolment.key, in: db)
        return try OfferedActivity.list(offering: enrolment.offering, in: db).compactMap { activity in
            guard let due = activity.due, activity.state == .active else { return nil }
            var result = DeadlineExplanation(
                record: .init(kind: KernelRecord.enrolment.rawValue, number: enrolment.key), name: activity.activity,
                title: activity.label, source: nil, late: .decision)
            if let entry = course?.schedule.entry(activity.activity, .due) {
                result.steps = steps(to: entry)
                result.base = try entry.base.map { try live.timeZone.startOfDay($0) }
            }
            (result.ordinary, result.due) = (due, due)
            if let extended = extensions.find(enrolment.key, activity.activity, after: due) {
                result.due = extended.until
                result.steps.append(.init(.extended, instant: extended.until, event: extended.event))
            }
            return result
        }
    }

    private func steps(to entry: Schedule.Entry) -> [DeadlineExplanation.Step] {
        guard let from = entry.from, let base = entry.base else { return [.init(.fixed, day: entry.day)] }
        let passed =
            entry.offset.unit == .workingDays
            ? DeadlineComputation(time: live.time).holidays(after: min(base, entry.day), to: max(base, entry.day)) : []
        return [
            .init(.begins, moment: from, day: base),
            .init(.placed, day: entry.day, text: entry.offset.words, passed: passed),
        ]
    }
}
