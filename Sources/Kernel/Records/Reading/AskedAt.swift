/// When somebody asks: what holds until some time is held against it.
struct AskedAt: Sendable {
    let instant: Instant
    private let zone: TimeZoneRules

    init(_ instant: Instant, in zone: TimeZoneRules) {
        self.instant = instant
        self.zone = zone
    }

    /// The day that it is then where the workspace is.
    var day: Day { zone.day(at: instant) }
}
