/// Computes a deadline from the moments that its rule names.
struct DeadlineComputation {
    let time: WorkspaceTime

    /// - Parameters:
    ///   - rule: the deadline as declared.
    ///   - record: whose deadline it is.
    ///   - extended: the latest decision to extend it.
    ///   - held: what keeps the deadline open now.
    ///   - moment: finds when a moment is or was last.
    /// - Throws: `TimeError` where the calendar ends, and what `moment` throws.
    func explain(
        _ rule: DeadlineRule, record: RecordPlace.Step, extended: DeadlineExtension? = nil, held: [OccurredMoment] = [],
        moment: (Moment) throws -> OccurredMoment?
    ) throws -> DeadlineExplanation {
        var result = DeadlineExplanation(record: record, name: rule.name, title: rule.label, source: rule.source, late: rule.late)
        if let once = rule.once, try moment(once) == nil {
            result.steps.append(.init(.waits, moment: once.path))
            return result
        }
        guard let base = try choose(rule.after, moment, steps: &result.steps) else { return result }
        result.base = base.instant
        var due = try end(rule, after: base, steps: &result.steps)
        let unextended = due
        if let extended, extended.until > due {
            due = extended.until
            result.steps.append(.init(.extended, instant: extended.until, event: extended.event))
        }
        var unused: [DeadlineExplanation.Step] = []
        if let outer = rule.outer, let from = try choose(outer.after, moment, steps: &unused) {
            let limit = try instant(outer.within, after: from)
            result.outer = limit
            result.steps.append(.init(.outer, moment: from.path, instant: limit, event: from.event, text: outer.within.words))
            if due > limit {
                due = limit
                result.steps.append(.init(.cut, instant: limit))
            }
        }
        if !held.isEmpty, let limit = result.outer {
            // It ends again when the last of them is over: by what it then counts from.
            due = limit
            result.steps += held.map { .init(.held, moment: $0.path, instant: $0.instant, event: $0.event, day: $0.day(in: time.zone)) }
        }
        result.ordinary = held.isEmpty ? min(unextended, result.outer ?? unextended) : due
        result.due = due
        if let stop = try stop(rule, after: base, before: due, moment) {
            result.stopped = stop.instant
            result.steps.append(.init(.stopped, moment: stop.path, instant: stop.instant, event: stop.event))
        }
        return result
    }

    /// The moment that counts among those that are known.
    private func choose(
        _ choice: MomentChoice, _ find: (Moment) throws -> OccurredMoment?, steps: inout [DeadlineExplanation.Step]
    ) throws -> OccurredMoment? {
        let found = try choice.moments.map { (path: $0.path, moment: try find($0)) }
        let known = found.compactMap(\.moment)
        let chosen = choice.pick == .latest ? known.max() : known.min()
        for (path, moment) in found {
            guard let moment else {
                steps.append(.init(.waits, moment: path))
                continue
            }
            steps.append(
                .init(
                    moment == chosen ? .begins : .other, moment: path, instant: moment.instant, event: moment.event ?? moment.extendedBy,
                    day: moment.day(in: time.zone)))
        }
        return chosen
    }

    /// The end of the limit by its length and its roll.
    private func end(_ rule: DeadlineRule, after base: OccurredMoment, steps: inout [DeadlineExplanation.Step]) throws -> Instant {
        let start = base.day(in: time.zone)
        if case .duration(let duration) = rule.within, duration.hasTime {
            let instant = try duration.added(to: base.instant, in: time.zone)
            steps.append(.init(.runs, instant: instant, text: rule.within.words))
            return instant
        }
        let last = try rule.within.added(to: start, in: time.calendar)
        steps.append(.init(.runs, day: last, text: rule.within.words, passed: holidays(in: rule.within, after: start, to: last)))
        guard rule.roll == .nextWorkingDay else { return try time.zone.endOfDay(last) }
        let moved = try time.calendar.nextWorkingDay(onOrAfter: last)
        if moved != last {
            let passed = (last.number..<moved.number).compactMap { Day(number: Int($0)) }.map(dayOff)
            steps.append(.init(.rolls, day: moved, passed: passed))
        }
        return try time.zone.endOfDay(moved)
    }

    private func instant(_ span: TimeSpan, after base: OccurredMoment) throws -> Instant {
        if case .duration(let duration) = span, duration.hasTime { return try duration.added(to: base.instant, in: time.zone) }
        return try time.zone.endOfDay(try span.added(to: base.day(in: time.zone), in: time.calendar))
    }

    /// What was done after the base stops the limit, and where the base is a date, as when an activity is due, also what was done before it;
    /// what is planned stops it only if that comes before its end.
    private func stop(
        _ rule: DeadlineRule, after base: OccurredMoment, before due: Instant, _ find: (Moment) throws -> OccurredMoment?
    ) throws -> OccurredMoment? {
        try rule.stops?.moments.compactMap(find).filter {
            ($0 > base || base.isPlanned && !$0.isPlanned) && (!$0.isPlanned || $0.instant < due)
        }.min()
    }

    /// The holidays on weekdays that a limit in working days passed over.
    private func holidays(in span: TimeSpan, after start: Day, to last: Day) -> [DeadlineExplanation.DayOff] {
        guard case .workingDays = span else { return [] }
        return holidays(after: start, to: last)
    }

    /// The holidays on weekdays after a day, up to another.
    func holidays(after start: Day, to last: Day) -> [DeadlineExplanation.DayOff] {
        guard start < last else { return [] }
        return (start.number + 1...last.number).compactMap { Day(number: Int($0)) }
            .filter { !time.calendar.isWeekend($0) && time.calendar.isHoliday($0) }.map(dayOff)
    }

    private func dayOff(_ day: Day) -> DeadlineExplanation.DayOff {
        let holiday = time.calendar.holiday(on: day)
        return .init(day: day, title: holiday?.title ?? day.weekday.text, source: holiday?.source)
    }
}
