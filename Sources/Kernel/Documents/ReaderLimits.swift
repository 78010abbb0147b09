/// How much a reader takes in before it refuses a file, so that no file holds the program for long.
///
/// The standard limits keep every file within 2 s and 300 MB on a small machine, whatever it holds.
public struct ReaderLimits: Sendable, Hashable {
    /// The largest file, in bytes: 16 MiB.
    public var bytes = 16 * 1024 * 1024
    /// How many collections may lie inside each other.
    public var depth = 64
    /// How many values a document may have; each key, and each value that an alias repeats, counts as one.
    public var nodes = 1_000_000
    /// How many values the aliases of a document may repeat in all.
    ///
    /// An alias costs as many values as its anchor holds.
    public var aliasExpansion = 100_000
    /// How many different anchors a document may have.
    public var anchors = 10_000
    /// How many faults of one file are reported before reading stops.
    public var faults = 100
    /// Whether a file without a value is read as null; otherwise it is a fault.
    public var allowEmpty = false

    public init() {}

    /// The limits of every file that a person writes.
    public static let standard = ReaderLimits()
}
