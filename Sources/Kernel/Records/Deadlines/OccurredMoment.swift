/// A moment whose instant is known.
public struct OccurredMoment: Sendable, Hashable, Comparable {
    /// As files write it.
    public var path: String
    public var instant: Instant
    /// The event that it is, or that brought it about; nil where it was planned.
    public var event: Int64?
    /// Whether it is set beforehand, as a date is, rather than something that was done.
    public var isPlanned: Bool
    /// Whether the instant is the end of a day, so that the day before it is the day that counts.
    public var endsDay: Bool
    /// The event that moved it for one person.
    public var extendedBy: Int64?

    public init(
        _ path: String, _ instant: Instant, event: Int64? = nil, isPlanned: Bool = false, endsDay: Bool = false, extendedBy: Int64? = nil
    ) {
        self.path = path
        self.instant = instant
        self.event = event
        self.isPlanned = isPlanned
        self.endsDay = endsDay
        self.extendedBy = extendedBy
    }

    /// The local day on which it lies.
    public func day(in zone: TimeZoneRules) -> Day {
        guard endsDay, let before = Instant(microseconds: instant.microseconds - 1) else { return zone.day(at: instant) }
        return zone.day(at: before)
    }

    /// By time, and within one instant by the order of the event log.
    public static func < (a: Self, b: Self) -> Bool {
        (a.instant.microseconds, a.event ?? 0) < (b.instant.microseconds, b.event ?? 0)
    }
}
