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
    /// - Throws: `ActRefusal` where there is no right, `LiveError` where the code does not run, or what the exporter throws.
    public func bytes(_ format: ExportDeclaration, of id: String?, context: RunContext) throws -> [UInt8] {
        let instant = try context.clock.now()
        return try store.read { db in
            let standing = try Standing(context.actor, in: db)
            let decision = RoleRights(live: live, standing: standing).decide(by: format.by)
            guard decision.isAllowed else { throw ActRefusal.right(action: "\(format.module).export-\(format.name)", decision) }
            guard let exporter = live.registry[Exporters.self].first(where: { $0.module == format.module && $0.name == format.name })?.value
            else { throw LiveError.codeMissing(module: format.module) }
            let request = ReportRequest(
                live: live, actor: context.actor, standing: standing, parameters: Node(.map(NodeMap()), at: format.span), instant: instant,
                language: context.language)
            return try exporter.bytes(of: id, reading: VisibleReading(request: request, reads: format.reads, db: db))
        }
    }
}
