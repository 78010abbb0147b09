/// Says whether time lets a transition be done now: not before its `after`, not from its `before` on.
public struct WindowCheck {
    /// What time says of a transition.
    public enum Outcome: Sendable, Hashable {
        /// It is within its window, or has none.
        case open
        /// It is after its limit, which accepts that and marks it.
        case late(limit: Instant)
    }

    private let resolver: MomentResolver

    public init(_ resolver: MomentResolver) { self.resolver = resolver }

    /// Checks a transition of a record at an instant.
    ///
    /// A limit that does not run, or an activity that is due on no day, closes nothing. What comes after something that has not happened is
    /// refused.
    ///
    /// - Throws: `WindowRefusal`.
    public func check(_ transition: Transition, of record: RecordPlace, at now: Instant) throws -> Outcome {
        func refusal(_ moment: Moment, _ reason: WindowRefusal.Reason, of step: RecordPlace.Step? = nil) -> WindowRefusal {
            WindowRefusal(
                transition: transition.label, moment: moment.path, label: label(moment, record.kind), reason: reason,
                record: step ?? record.line[0],
                zone: resolver.time.zone)
        }
        if let after = transition.after {
            guard let opens = try resolver.find(after, of: record) else { throw refusal(after, .notYet) }
            if now < opens.instant { throw refusal(after, .tooEarly(opens.instant)) }
        }
        guard let before = transition.before, let limit = try resolver.find(before, of: record), now >= limit.instant else { return .open }
        func over(_ name: String, of step: RecordPlace.Step) throws -> Outcome {
            switch resolver.index.types[step.kind]?.workflow?.deadline(name)?.late {
            case .accepted: return .late(limit: limit.instant)
            case .decision: throw refusal(before, .over(limit.instant, extendable: .deadline(name)), of: step)
            case .refused, nil: throw refusal(before, .over(limit.instant, extendable: nil), of: step)
            }
        }
        switch try resolver.source(of: before, kind: record.kind) {
        case .deadline(let name): return try over(name, of: record.line[0])
        case .deadlineAbove(let kind, let name): return try over(name, of: record.line.first { $0.kind == kind } ?? record.line[0])
        case .activityDue:
            let activity = try resolver.activity(of: record)
            let extendable = record.enrolment.flatMap { enrolment in
                activity.map { WindowRefusal.Extendable.activity(enrolment: enrolment, activity: $0) }
            }
            throw refusal(before, .over(limit.instant, extendable: extendable))
        default: throw refusal(before, .over(limit.instant, extendable: nil))
        }
    }

    /// What people call the moment.
    private func label(_ moment: Moment, _ kind: String) -> Text {
        switch moment.path {
        case "activity.due": return Text(nb: "fristen for aktiviteten", nn: "fristen for aktiviteten", en: "the activity is due")
        case "activity.opens": return Text(nb: "aktiviteten åpner", nn: "aktiviteten opnar", en: "the activity opens")
        case "offering.start": return Text(nb: "kurset starter", nn: "kurset startar", en: "the course starts")
        default: break
        }
        if case .deadlineAbove(let above, let name)? = try? resolver.source(of: moment, kind: kind) {
            return resolver.index.types[above]?.workflow?.deadline(name)?.label ?? Text(verbatim: moment.path)
        }
        let type = resolver.index.types[kind]
        return type?.workflow?.deadline(moment.path)?.label ?? type?.field(moment.path)?.label ?? Text(verbatim: moment.path)
    }
}
