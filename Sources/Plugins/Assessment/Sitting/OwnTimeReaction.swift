import GRDB
import Kernel

/// A candidate gets the time that her part gives, from when the exam opens or she takes out the task; an exam that is due later for her moves
/// her own time by as much.
struct OwnTimeReaction: Reaction {
    let events: EventSelection = ["assessment.candidate.created", "assessment.candidate.begin", "kernel.deadline.extended"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        if event.name == "kernel.deadline.extended" { return try follow(event, transaction) }
        guard let number = event.number("candidate"), let sitting = try Sitting(number, in: transaction.db), let live = transaction.live
        else { return }
        var values: [String: FieldValue] = [:]
        var start = sitting.opens
        if event.name == "assessment.candidate.begin" {
            values["began"] = .number(transaction.instant.microseconds)
            start = max(transaction.instant, sitting.opens ?? transaction.instant)
        }
        if let part = sitting.part, part.isVerifiable, let length = part.duration {
            let last = try sitting.due(in: transaction.db)
            values["length"] = .text(try Self.length(length, from: start, until: last, live.timeZone).description)
        }
        guard !values.isEmpty else { return }
        try transaction.change("candidate", number, values)
        try extend(sitting, until: sitting.due(in: transaction.db), because: "\(sitting.exam).due", transaction)
    }

    /// The length, or what is left of it before the exam is due.
    private static func length(
        _ length: CalendarDuration, from start: Instant?, until last: Instant?, _ zone: TimeZoneRules
    ) throws -> CalendarDuration {
        guard let start, let last, start < last else { return length }
        let end =
            length.hasTime
            ? try length.added(to: start, in: zone) : try zone.endOfDay(try length.added(to: zone.day(at: start)))
        guard end > last else { return length }
        let days = Int(zone.day(at: try last.adding(seconds: -1)).number - zone.day(at: start).number)
        if !length.hasTime, days > 0, try zone.endOfDay(zone.day(at: start).adding(days: days)) == last {
            return CalendarDuration(days: days) ?? length
        }
        let left = last.seconds - start.seconds
        return CalendarDuration(hours: left / 3600, minutes: left % 3600 / 60, seconds: left % 60) ?? length
    }

    /// An extension for the enrolment: those of its candidates who have not delivered.
    private func follow(_ event: RecordedEvent, _ transaction: ActionTransaction) throws {
        func number(_ kind: String) -> Int64? { event.header.records.first { $0.kind == kind }.flatMap { Int64($0.id) } }
        guard let enrolment = number("kernel.enrolment"), let activity = number("kernel.activity") else { return }
        let candidates = try Int64.fetchAll(
            transaction.db,
            sql: """
                SELECT _id FROM assessment_candidate WHERE enrolment = ? AND activity = ? AND _state = 'registered' AND length IS NOT NULL
                ORDER BY _id
                """, arguments: [enrolment, activity])
        for candidate in candidates {
            guard let sitting = try Sitting(candidate, in: transaction.db) else { continue }
            // The extension itself is written when everyone has heard of it.
            let until = try event.payload?["until"]?.string.map { try Instant($0) }
            try extend(sitting, until: until, because: event.payload?["reason"]?.string ?? "\(sitting.exam).due", transaction)
        }
    }

    /// Moves the candidate's own time by as much as the exam is due later for her, and never beyond that.
    private func extend(_ sitting: Sitting, until later: Instant?, because reason: String, _ transaction: ActionTransaction) throws {
        guard let live = transaction.live, let due = sitting.due, let later, later > due,
            let time = try DeadlineEngine(live.deadlines, time: live.time, in: transaction.db)
                .explain("assessment.candidate", sitting.candidate)?.first(where: { $0.name == "time" }),
            let ordinary = time.ordinary, let ends = time.due,
            let moved = Instant(microseconds: ordinary.microseconds + later.microseconds - due.microseconds)
        else { return }
        let until = min(moved, later)
        guard until > ordinary, until > ends else { return }
        try transaction.perform(
            "kernel.deadline.extend",
            [
                "record": .string("assessment.candidate"), "id": .string(String(sitting.candidate)), "deadline": .string("time"),
                "until": .string(until.description), "reason": .string(reason),
            ])
    }
}
