/// Thrown inside a reader when reading cannot go on; the fault itself is among the collected ones.
enum ReadingStopped: Error { case stopped }

/// The faults that a reader has found so far, up to the limit.
struct ReaderFaults {
    private(set) var diagnostics: [Diagnostic] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Collects a fault after which reading goes on, unless there are too many already.
    mutating func report(_ diagnostic: Diagnostic) throws(ReadingStopped) {
        diagnostics.append(diagnostic)
        guard diagnostics.count >= limit, let span = diagnostic.span else { return }
        diagnostics.append(.tooManyFaults(limit, at: span))
        throw .stopped
    }

    /// Collects a fault that nothing can be read after.
    mutating func stop(_ diagnostic: Diagnostic) -> ReadingStopped {
        diagnostics.append(diagnostic)
        return .stopped
    }
}
