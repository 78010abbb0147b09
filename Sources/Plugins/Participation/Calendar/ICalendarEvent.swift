import Kernel

/// Something that stands in a calendar.
struct ICalendarEvent: Sendable {
    /// When it is.
    enum Time: Sendable, Hashable {
        /// The whole of a day.
        case day(Day)
        /// From one time to another on the clock of the workspace.
        case clock(from: LocalTime, until: LocalTime)
    }

    /// The same for as long as the thing is the same, in every export.
    var uid: String
    /// How often it was changed since it was made.
    var sequence: Int
    var time: Time
    var summary: String
    var description: String?
    var place: String?
    var isCancelled = false
    /// Whether the time is left free for other things: a deadline.
    var isTransparent = false
}
