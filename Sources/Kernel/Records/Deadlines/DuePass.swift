/// Performs what has fallen due, until nothing more has.
///
/// Each transition is performed on its own, so that one that is refused holds up no other; what one brings about is found in the next round.
public struct DuePass: Sendable {
    /// What became of a candidate.
    public enum Outcome: Sendable, Hashable {
        case done
        /// Another part of its condition does not hold, or the record has moved on.
        case passedOver
        /// It was to be done and could not.
        case refused(Text)
        /// The store could not be written, as where another has been writing for long: it is due as before.
        case stopped(ErrorKind, Text)
    }

    /// A candidate with what became of it.
    public struct Entry: Sendable, Hashable {
        public var candidate: DueCandidate
        /// Nil where it was only shown.
        public var outcome: Outcome?
    }

    /// How many rounds there may be; more than that, and transitions chase each other in a circle.
    public static let mostRounds = 100

    public private(set) var entries: [Entry] = []
    /// Whether it stopped although there was more to do.
    public private(set) var isUnfinished = false

    /// What would be done first, without doing it.
    public static func rehearse(find: () throws -> [DueCandidate]) rethrows -> DuePass {
        var pass = DuePass()
        pass.entries = try find().map { Entry(candidate: $0, outcome: nil) }
        return pass
    }

    /// - Parameters:
    ///   - find: what has fallen due now.
    ///   - perform: performs one, in a transaction of its own. An `ExplainedError` counts as refused; one of the store stops the pass,
    ///     since the next would fare no better; any other is thrown on.
    ///   - progress: told how many of those found are dealt with.
    public static func run(
        find: () throws -> [DueCandidate], perform: (DueCandidate) throws -> Outcome, progress: ((Int, Int) -> Void)? = nil
    ) throws -> DuePass {
        var pass = DuePass()
        var tried: Set<DueCandidate> = []
        for _ in 0..<mostRounds {
            let open = try find().filter { !tried.contains($0) }
            guard !open.isEmpty else { return pass }
            var performed = false
            for (position, candidate) in open.enumerated() {
                let outcome: Outcome
                do { outcome = try perform(candidate) } catch let error as StoreError {
                    pass.entries.append(Entry(candidate: candidate, outcome: .stopped(error.kind, error.message)))
                    return pass
                } catch let error as any ExplainedError { outcome = .refused(error.message) }
                if outcome == .done { performed = true } else { tried.insert(candidate) }
                pass.entries.append(Entry(candidate: candidate, outcome: outcome))
                progress?(position + 1, open.count)
            }
            guard performed else { return pass }
        }
        pass.isUnfinished = true
        return pass
    }

    /// What stopped the pass; nil where nothing did.
    public var stopped: ErrorKind? {
        guard case .stopped(let kind, _)?? = entries.last.map(\.outcome) else { return nil }
        return kind
    }

    public func count(_ isCounted: (Outcome) -> Bool) -> Int { entries.count { $0.outcome.map(isCounted) ?? false } }
}
