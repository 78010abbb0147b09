/// What a check of the event log found.
public struct EventLogVerification: Sendable, Hashable {
    /// An event whose payload was erased, and the event that erased it.
    public struct Erasure: Sendable, Hashable {
        public var sequence: Int64
        public var by: Int64
    }

    /// How many events there are.
    public var count = 0
    /// The log's head as stored, to be kept as an anchor if the log is sound.
    public var head = EventAnchor(sequence: 0, hash: EventHeader.genesis)
    /// The first faults by place, at most 100; the first of them names the first bad entry.
    public var faults: [EventLogFault] = []
    /// What was erased lawfully, in the order of the log.
    public var erasures: [Erasure] = []

    /// Whether nothing is wrong.
    public var isSound: Bool { faults.isEmpty }
}
