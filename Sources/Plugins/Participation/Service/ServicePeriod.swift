public import Kernel

/// A stretch of time in a post.
public struct ServicePeriod: Sendable, Hashable {
    public var from: Day
    /// The last day; nil where it still goes on.
    public var until: Day?
    /// The size of the post, 1 to 100.
    public var percent: Int

    public init(from: Day, until: Day?, percent: Int) {
        self.from = from
        self.until = until
        self.percent = percent
    }
}
