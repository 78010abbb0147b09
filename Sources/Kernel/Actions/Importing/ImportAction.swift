public import GRDB

/// `<module>.import-<format>`: reads in a source in a format that a module knows, all of it or nothing, and leaves one event.
public struct ImportAction: TypedAction {
    public let format: ImportDeclaration
    private let live: LiveConfiguration
    private let progress: (@Sendable (Double) -> Void)?

    /// - Parameter progress: told now and then what part is done, 0 to 1.
    public init(_ format: ImportDeclaration, live: LiveConfiguration, progress: (@Sendable (Double) -> Void)? = nil) {
        self.format = format
        self.live = live
        self.progress = progress
    }

    public var declaration: ActionDeclaration {
        ActionDeclaration(
            name: format.action, title: format.title, roles: format.by, durability: .normal,
            source: live.module(format.module)?.source ?? .kernel)
    }

    /// A role that the manifest names, held anywhere, is enough.
    public func authorise(_ input: ImportSource, in db: Database, context: RunContext) throws {
        let decision = RoleRights(live: live, standing: try Standing(context.actor, at: nil, in: db)).decide(by: format.by)
        guard decision.isAllowed else { throw ActRefusal.right(action: format.action, decision) }
    }

    public func check(_ input: ImportSource, in db: Database, context: RunContext) throws -> ImportSource { input }

    public func perform(_ source: ImportSource, in transaction: ActionTransaction) throws -> ActionOutcome<ImportOutcome> {
        guard let module = live.module(format.module),
            let importer = live.registry[Importers.self].first(where: { $0.module == format.module && $0.name == format.name })?.value
        else { throw LiveError.codeMissing(module: format.module) }
        let work = ImportTransaction(transaction, module: module, progress: progress)
        let outcome = try transaction.run(as: module.id, seconds: Self.seconds) { try importer.run(source, in: work) }
        if !outcome.isUnchanged {
            try transaction.emit(
                NewEvent(
                    "\(module.id).\(format.event)", version: module.declarations.event(format.event)?.version ?? 1, source: module.source,
                    payload: .object(
                        [("id", .string(outcome.id)), ("source", .string(source.name)), ("digest", .string("sha256:" + outcome.digest))]
                            + outcome.counts.map { ($0.name, .integer($0.count)) })))
        }
        progress?(1)
        return ActionOutcome(id: outcome.id, state: outcome.isUnchanged ? "unchanged" : "imported", effect: outcome)
    }

    /// How long one import may keep the store, in seconds.
    private static let seconds = 3600.0
}

extension LiveConfiguration {
    /// Every format that can be read in, by name; two modules with one name both stand there.
    public var imports: [ImportDeclaration] { modules.flatMap(\.declarations.imports).sorted { ($0.name, $0.id) < ($1.name, $1.id) } }
    /// Every format that can be written, by name.
    public var exports: [ExportDeclaration] { modules.flatMap(\.declarations.exports).sorted { ($0.name, $0.id) < ($1.name, $1.id) } }
}
