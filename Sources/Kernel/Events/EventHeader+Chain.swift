import Crypto

extension EventHeader {
    /// What the first event takes for the hash before it.
    static let genesis = [UInt8](repeating: 0, count: 32)

    /// The hash that binds this event to all before it: SHA-256 over the canonical header with the hash of the event before.
    ///
    /// The header is a JSON object by RFC 8785, so that any program can check the chain:
    /// `action`, `actor`, `commitment`, `instant`, `module`, `module_version`, `name`, `previous`, `records` (`[[kind, id], ...]`, sorted),
    /// `sequence` and `version`,
    /// with digests in lower-case hexadecimal, and sequence and instant (microseconds since 1970-01-01T00:00Z) as text.
    func hash(after previous: [UInt8]) throws -> [UInt8] {
        Array(SHA256.hash(data: try canonical(after: previous)))
    }

    /// The bytes that are hashed.
    ///
    /// Numbers that may pass 2^53, which JSON readers lose, are written as text.
    func canonical(after previous: [UInt8]) throws -> [UInt8] {
        try JSONValue.object([
            ("action", .string(action)), ("actor", .string(actor)), ("commitment", .string(Hex.string(commitment))),
            ("instant", .string(String(instant.microseconds))), ("module", .string(source.module)),
            ("module_version", .string(source.version)), ("name", .string(name)), ("previous", .string(Hex.string(previous))),
            ("records", .array(records.map { .array([.string($0.kind), .string($0.id)]) })), ("sequence", .string(String(sequence))),
            ("version", .integer(version)),
        ]).canonical
    }

    /// The commitment to a payload.
    static func commitment(salt: [UInt8], payload: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Array(payload))
        return Array(hash.finalize())
    }
}
