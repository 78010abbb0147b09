import Kernel

/// The faults of a source: the first of them as they are, the rest as a number.
struct FaultTally {
    private var faults = Diagnostics()
    /// How many there were.
    private var count = 0
    /// How many are told.
    static let most = 20

    var isEmpty: Bool { count == 0 }
    /// Whether the next fault would only be counted.
    var isFull: Bool { count >= Self.most }

    mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
        if !isFull { faults.report(diagnostic()) }
        count += 1
    }

    /// - Throws: `SourcedFaults` where there are any.
    func throwIfAny(_ sources: SourceMap) throws {
        guard !isEmpty else { return }
        var told = faults
        if count > Self.most { told.report(.moreFaults(shown: Self.most, of: count)) }
        throw SourcedFaults(told, sources: sources)
    }
}

extension Diagnostic {
    /// That there are more faults than are told.
    static func moreFaults(shown: Int, of all: Int) -> Diagnostic {
        Diagnostic(
            "curriculum/more-faults", .warning,
            Text(
                nb: "kilden har \(all) feil; de \(shown) første vises", nn: "kjelda har \(all) feil; dei \(shown) første blir viste",
                en: "the source has \(all) faults; the first \(shown) are shown"), at: nil)
    }
}
