/// Turns the offsets of a variant into days.
///
/// An offset counts from the start of its part, unless it names an activity or gathering; a part's start counts from the first
/// day of the offering. `before X` counts from when X opens (or starts), `after X` from when X is due (or ends), unless
/// `.opens` or `.due` says otherwise.
struct Scheduler {
    private struct Source {
        var id: String
        var part: String
        var moment: Schedule.Moment
        var offset: CourseVariant.TimedOffset
        var length: Double
    }

    private enum State {
        case open, resolving, failed, resolved(Day)

        var isUnsettled: Bool {
            switch self {
            case .open, .resolving: true
            case .failed, .resolved: false
            }
        }
    }

    private let start: Day
    private let calendar: WorkingCalendar
    private let fixed: [String: (day: Day, span: SourceSpan)]
    private var sources: [String: Source] = [:]
    private var keys: [String] = []
    private var states: [String: State] = [:]
    private var partStarts: [String: Day] = [:]
    private var diagnostics: [Diagnostic] = []
    private var quotas = (anchors: FaultQuota(), dates: FaultQuota())
    /// What a time can count from, for faults about what it cannot; sorted when it is first needed.
    private lazy var names = keys.map(Self.shown).sorted()

    /// - Parameters:
    ///   - start: the first day of the offering.
    ///   - fixed: days that the offering gives itself, by `id` or `id.opens` or `id.due`.
    static func schedule(
        _ variant: CourseVariant, start: Day, calendar: WorkingCalendar, fixed: [String: (day: Day, span: SourceSpan)] = [:]
    ) -> (schedule: Schedule, diagnostics: [Diagnostic]) {
        var scheduler = Scheduler(variant, start: start, calendar: calendar, fixed: fixed)
        let schedule = scheduler.run()
        return (schedule, scheduler.diagnostics + scheduler.quotas.dates.rest + scheduler.quotas.anchors.rest)
    }

    private init(_ variant: CourseVariant, start: Day, calendar: WorkingCalendar, fixed: [String: (day: Day, span: SourceSpan)]) {
        self.start = start
        self.calendar = calendar
        self.fixed = fixed
        for part in variant.parts {
            partStarts[part.id] = day(part.start, from: start)
            for gathering in part.gatherings { add(gathering.id, part.id, .start, gathering.start, length: gathering.days) }
            for activity in part.activities {
                if let opens = activity.opens { add(activity.id, part.id, .opens, opens, length: 1) }
                if let due = activity.due { add(activity.id, part.id, .due, due, length: 1) }
            }
        }
        let unknown = fixed.filter { sources[$0.key] == nil && sources[$0.key + ".start"] == nil }
        for (name, date) in unknown.sorted(by: { ($0.value.span, $0.key) < ($1.value.span, $1.key) }) {
            guard let suggests = quotas.dates.next(at: date.span) else { continue }
            diagnostics.append(.unknownDate(name, known: names, suggests: suggests, at: date.span))
        }
    }

    private static func shown(_ key: String) -> String { key.hasSuffix(".start") ? String(key.dropLast(6)) : key }

    private mutating func add(_ id: String, _ part: String, _ moment: Schedule.Moment, _ offset: CourseVariant.TimedOffset, length: Double)
    {
        let key = "\(id).\(moment.rawValue)"
        keys.append(key)
        sources[key] = Source(id: id, part: part, moment: moment, offset: offset, length: length)
        states[key] = .open
    }

    private mutating func day(_ offset: CourseVariant.TimedOffset, from base: Day) -> Day? {
        do { return try offset.offset.day(from: base, calendar: calendar) } catch {
            diagnostics.append(.outOfTime(error, at: offset.span))
            return nil
        }
    }

    /// The last day of something that takes `length` days; it stands on its first day if the calendar ends before.
    private func last(of day: Day, length: Double) -> Day {
        // A length that cannot be is a fault of its own.
        let days = (1...1_000).contains(length) ? Int(length.rounded(.up)) : 1
        return (try? day.adding(days: days - 1)) ?? day
    }

    private mutating func run() -> Schedule {
        var entries: [Schedule.Entry] = []
        for key in keys {
            guard let source = sources[key], let day = resolve(key) else { continue }
            let fixedHere = fixed[Self.shown(key)]
            let base = fixedHere == nil ? base(of: source) : nil
            entries.append(
                .init(
                    id: source.id, part: source.part, moment: source.moment, day: day, lastDay: last(of: day, length: source.length),
                    span: fixedHere?.span ?? source.offset.span, fixed: fixedHere != nil, from: base?.path, base: base?.day,
                    offset: source.offset.offset))
        }
        return Schedule(entries.sorted { ($0.day, $0.id, $0.moment.rawValue) < ($1.day, $1.id, $1.moment.rawValue) })
    }

    /// The day of a moment, if it is known by now.
    private func known(_ key: String) -> Day? {
        if let day = fixed[Self.shown(key)]?.day { return day }
        if case .resolved(let day)? = states[key] { return day }
        return nil
    }

    /// What something is counted from, and the day of that, as far as it is known.
    private func base(of source: Source) -> (path: String, day: Day)? {
        guard source.offset.offset.anchor != nil else {
            let day = partStarts[source.part] ?? start
            return (day == start ? "offering.start" : "\(source.part).start", day)
        }
        guard let key = anchorKey(of: source), let day = known(key) else { return nil }
        return (key, source.offset.offset.direction == .before ? day : last(of: day, length: sources[key]?.length ?? 1))
    }

    /// Reckons a moment after those that it counts from, without recursion: a chain may be as long as the variant.
    private mutating func resolve(_ key: String) -> Day? {
        var path = [key]
        while let last = path.last {
            guard known(last) == nil, let source = sources[last], states[last]?.isUnsettled == true else {
                path.removeLast()
                continue
            }
            guard let anchor = source.offset.offset.anchor else {
                settle(last, source, from: partStarts[source.part] ?? start)
                continue
            }
            guard let from = anchorKey(of: source) else {
                if let suggests = quotas.anchors.next(at: source.offset.span) {
                    diagnostics.append(.unknownAnchor(anchor.description, known: names, suggests: suggests, at: source.offset.span))
                }
                states[last] = .failed
                continue
            }
            states[last] = .resolving
            if let day = known(from) {
                let length = sources[from]?.length ?? 1
                settle(last, source, from: source.offset.offset.direction == .before ? day : self.last(of: day, length: length))
            } else if case .failed? = states[from] {
                states[last] = .failed
            } else if case .resolving? = states[from], let start = path.firstIndex(of: from) {
                diagnostics.append(
                    .offsetCycle(path[start...].compactMap { key in sources[key].map { (Self.shown(key), $0.offset.span) } }))
                for key in path[start...] { states[key] = .failed }
            } else {
                path.append(from)
            }
        }
        return known(key)
    }

    private mutating func settle(_ key: String, _ source: Source, from base: Day) {
        states[key] = day(source.offset, from: base).map { .resolved($0) } ?? .failed
    }

    /// The moment that another one counts from; nil where the variant does not have it.
    private func anchorKey(of source: Source) -> String? {
        guard let anchor = source.offset.offset.anchor else { return nil }
        let wanted: [String] =
            switch anchor.moment {
            case .opens?: ["opens"]
            case .due?: ["due"]
            case nil: source.offset.offset.direction == .before ? ["opens", "start", "due"] : ["due", "start", "opens"]
            }
        return wanted.lazy.map { "\(anchor.id).\($0)" }.first { sources[$0] != nil }
    }
}
