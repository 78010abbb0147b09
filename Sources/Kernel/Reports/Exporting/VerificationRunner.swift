/// Checks a file with what the store knows of it.
public struct VerificationRunner: Sendable {
    public let live: LiveConfiguration
    public let store: Store

    public init(live: LiveConfiguration, store: Store) {
        self.live = live
        self.store = store
    }

    /// What the file proves, and whether it still holds; by the file alone where the store does not hold such files.
    ///
    /// - Parameters:
    ///   - kind: the word that `kjerne verify` takes.
    ///   - keys: public keys that the one who asks trusts.
    /// - Throws: what the verifier throws.
    public func verify(
        _ kind: String, _ verifier: any Verifier, _ bytes: [UInt8], keys: [String], context: RunContext
    ) throws -> Verification {
        guard let format = live.exports.first(where: { $0.name == kind }),
            live.registry[Verifiers.self].contains(where: { $0.name == kind && $0.module == format.module })
        else { return try verifier.verify(bytes, keys: keys) }
        return try store.read { db in
            let instant = try context.clock.now()
            let request = ReportRequest(
                live: live, actor: .operator, standing: try Standing(.operator, at: AskedAt(instant, in: live.timeZone), in: db),
                parameters: Node(.map(NodeMap()), at: format.span), instant: instant, language: context.language, seed: nil)
            return try verifier.verify(
                bytes, keys: keys, reading: VisibleReading(request: request, module: format.module, reads: format.reads, db: db))
        }
    }
}
