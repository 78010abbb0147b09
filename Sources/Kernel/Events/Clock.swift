/// Where the current instant comes from.
///
/// `--at` and `KJERNE_NOW` fix it, so that the same input gives the same bytes.
public enum Clock: Sendable, Hashable {
    /// The machine's clock.
    case system
    /// Always the same instant.
    case fixed(Instant)

    /// The current instant.
    ///
    /// - Throws: `TimeError.outOfRange` if the machine's clock is set outside the years that an `Instant` holds.
    public func now() throws(TimeError) -> Instant {
        switch self {
        case .system: try Instant.now()
        case .fixed(let instant): instant
        }
    }
}
