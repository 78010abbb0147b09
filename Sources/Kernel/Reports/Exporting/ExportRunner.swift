import Crypto
import GRDB

/// Writes a format that a module knows: the right to it, and the transaction that it is read in.
public struct ExportRunner: Sendable {
    public let live: LiveConfiguration
    public let store: Store

    public init(live: LiveConfiguration, store: Store) {
        self.live = live
        self.store = store
    }

    /// What is asked for, as the actor of `context` may see it.
    ///
    /// Where it holds what others have shared with her, the log says in the same transaction who got what: what was taken away cannot be
    /// taken back, so those whose it is can at least see it (`report kernel.handed-out`).
    ///
    /// - Throws: `ActRefusal` where there is no right, `LiveError` where the code does not run, or what the exporter throws.
    public func bytes(_ format: ExportDeclaration, of id: String?, context: RunContext) throws -> [UInt8] {
        guard Self.isTold(of: format, live: live) else {
            return try store.read { try bytes(format, of: id, context, in: $0, HandedOut()) }
        }
        return try store.write(durability: .full) { db in
            let handedOut = HandedOut()
            let bytes = try bytes(format, of: id, context, in: db, handedOut)
            if !handedOut.records.isEmpty { try tell(of: handedOut, bytes, format, context, in: db) }
            return bytes
        }
    }

    /// Whether a format can hold what was shared, so that the store must be open for writing.
    public static func isTold(of format: ExportDeclaration, live: LiveConfiguration) -> Bool {
        format.reads.contains { read in live.record(read.record).map { live.line(of: $0).contains { $0.sharing != nil } } ?? false }
    }

    private func bytes(
        _ format: ExportDeclaration, of id: String?, _ context: RunContext, in db: Database, _ handedOut: HandedOut
    ) throws -> [UInt8] {
        let instant = try context.clock.now()
        let standing = try Standing(context.actor, at: AskedAt(instant, in: live.timeZone), in: db, memory: live.memory)
        let decision = RoleRights(live: live, standing: standing).decide(by: format.by)
        guard decision.isAllowed else { throw ActRefusal.right(action: "\(format.module).export-\(format.name)", decision) }
        guard let exporter = live.registry[Exporters.self].first(where: { $0.module == format.module && $0.name == format.name })?.value
        else { throw LiveError.codeMissing(module: format.module) }
        let request = ReportRequest(
            live: live, actor: context.actor, standing: standing, parameters: Node(.map(NodeMap()), at: format.span), instant: instant,
            language: context.language,
            seed: context.seed)
        return try exporter.bytes(
            of: id, reading: VisibleReading(request: request, module: format.module, reads: format.reads, db: db, handedOut: handedOut))
    }

    private func tell(
        of handedOut: HandedOut, _ bytes: [UInt8], _ format: ExportDeclaration, _ context: RunContext, in db: Database
    ) throws {
        var context = context
        let digest = Hex.string(Array(SHA256.hash(data: bytes)))
        let payload = JSONValue.object([("format", .string(format.id)), ("sha256", .string(digest))])
        _ = try EventLog.append(
            NewEvent(HandedOut.event, records: handedOut.sorted, payload: payload), action: "kernel.export", context: &context, in: db)
    }
}
