/// How a workspace counts time: its calendar of working days and the clock on its wall.
public struct WorkspaceTime: Sendable, Hashable {
    public var calendar: WorkingCalendar
    public var zone: TimeZoneRules

    public init(calendar: WorkingCalendar, zone: TimeZoneRules) {
        self.calendar = calendar
        self.zone = zone
    }
}
