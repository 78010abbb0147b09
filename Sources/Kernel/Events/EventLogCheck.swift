/// The running check of an event log, one event after another.
struct EventLogCheck {
    private let anchor: EventAnchor?
    private var result = EventLogVerification()

    init(anchor: EventAnchor?) { self.anchor = anchor }

    mutating func report(_ kind: EventLogFault.Kind, _ sequence: Int64) {
        result.faults.append(EventLogFault(kind, sequence))
    }

    /// Checks an event's place and hash.
    ///
    /// After a fault the check goes on from the stored hash, so that one fault does not make all that follow.
    mutating func chain(_ header: EventHeader, hash: [UInt8]) throws {
        let expected = result.head.sequence + 1
        if header.sequence > expected {
            report(.missing, expected)
        } else if try header.sequence < expected || header.hash(after: result.head.hash) != hash {
            report(.broken, header.sequence)
        }
        if let anchor, anchor.sequence == header.sequence, anchor.hash != hash { report(.notAnchored, header.sequence) }
        result.count += 1
        result.head = EventAnchor(sequence: header.sequence, hash: hash)
    }

    mutating func payload(_ header: EventHeader, salt: [UInt8], payload: UnsafeBufferPointer<UInt8>) {
        // The length counts: bytes moved from the payload to the salt would give the same commitment.
        if salt.count != 32 || EventHeader.commitment(salt: salt, payload: payload) != header.commitment {
            report(.payloadChanged, header.sequence)
        }
    }

    mutating func erased(_ sequence: Int64, by eraser: Int64?) {
        if let eraser {
            result.erasures.append(.init(sequence: sequence, by: eraser))
        } else {
            report(.payloadMissing, sequence)
        }
    }

    func finished() -> EventLogVerification {
        var result = result
        if let anchor, anchor.sequence > result.head.sequence { result.faults.append(EventLogFault(.truncated, anchor.sequence)) }
        if let anchor, anchor.sequence == 0, anchor.hash != EventHeader.genesis { result.faults.append(EventLogFault(.notAnchored, 0)) }
        result.faults = Array(
            result.faults.enumerated().sorted { ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset) }
                .prefix(100).map(\.element))
        return result
    }
}
