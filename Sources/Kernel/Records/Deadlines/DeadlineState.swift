/// Where a deadline stands at an instant.
public enum DeadlineState: String, Sendable, Hashable, CaseIterable {
    case running
    /// It is over, and what it limits has not been done.
    case overdue
    /// What it limits was done in time.
    case met
    /// What it limits was done after it was over.
    case late
    /// It stopped, or the record's life has ended.
    case stopped

    public var text: Text {
        switch self {
        case .running: Text(nb: "løper", nn: "går", en: "running")
        case .overdue: Text(nb: "over fristen", nn: "over fristen", en: "overdue")
        case .met: Text(nb: "holdt", nn: "halden", en: "met")
        case .late: Text(nb: "gjort for sent", nn: "gjort for seint", en: "done late")
        case .stopped: Text(nb: "stanset", nn: "stansa", en: "stopped")
        }
    }
}
