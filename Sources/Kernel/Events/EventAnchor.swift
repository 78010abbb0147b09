/// The head of the event log at some moment, to be kept elsewhere: with it, a log that was cut or rewritten up to there is found out.
public struct EventAnchor: Sendable, Hashable, CustomStringConvertible {
    /// The last event.
    public var sequence: Int64
    /// Its hash, 32 bytes.
    public var hash: [UInt8]

    public init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// As text, for example `17:9f86d0…` with 64 hexadecimal digits.
    public var description: String { "\(sequence):\(Hex.string(hash))" }

    /// Reads what `description` writes; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0, let hash = Hex.bytes(parts[1]), hash.count == 32 else {
            return nil
        }
        self.init(sequence: sequence, hash: hash)
    }
}
