/// The faults of a CSV file: all are counted, the first 1,000 are kept, and a last note says how many more there are.
final class CSVFaultList {
    /// The most faults that are kept.
    static let limit = 1000

    private var kept = Diagnostics()
    /// How many faults were found.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// Takes a fault; beyond the limit it is not even made.
    func report(_ diagnostic: @autoclosure () -> Diagnostic) {
        count += 1
        if count <= Self.limit { kept.report(diagnostic()) }
    }

    /// The faults kept, with the note about the rest placed at `end`.
    func diagnostics(end: @autoclosure () -> SourceSpan) -> Diagnostics {
        var all = kept
        if count > Self.limit { all.report(.moreRowFaults(count - Self.limit, at: end())) }
        return all
    }
}
