public import GRDB

extension LiveConfiguration {
    /// Reads what is live from the store.
    ///
    /// - Parameter linked: the modules of this host, whose code is bound to the live manifests.
    /// - Throws: `LiveError` where nothing has been applied, or where a module's code is not the one that was applied.
    public static func load(_ db: Database, linked: LinkedModules) throws -> LiveConfiguration {
        var documents: [String: [(key: String, root: Node)]] = [:]
        for row in try Row.fetchAll(
            db, sql: "SELECT kind, key, json FROM kernel_document WHERE kind IN ('workspace', 'calendar', 'module') ORDER BY kind, key")
        {
            let key: String = row["key"]
            documents[row["kind"], default: []].append((key, try StoredNode.read(row["json"], name: key)))
        }
        guard let workspace = documents["workspace"]?.first?.root, let calendarRoot = documents["calendar"]?.first?.root,
            let calendar = WorkingCalendar.read(calendarRoot).0
        else { throw LiveError.nothingApplied }
        let modules = try order((documents["module"] ?? []).map { try module($0.root, id: $0.key) })
        return LiveConfiguration(
            modules: modules, languages: (workspace["languages"]?.list ?? []).compactMap(\.string),
            timeZone: try TimeZoneRules.load(workspace["time-zone"]?.string ?? "UTC"), calendar: calendar,
            registry: try bind(modules, linked), workspace: workspace.json, asleep: try asleep(db))
    }

    /// What the modules that are set aside with their work last declared of seals.
    private static func asleep(_ db: Database) throws -> [String: Bool] {
        var kinds: [String: Bool] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, manifest FROM kernel_module WHERE state = 'removed' ORDER BY id") {
            let id: String = row["id"]
            for type in try module(try StoredNode.read(row["manifest"], name: id), id: id).declarations.records {
                for name in [type.name] + type.was { kinds["\(id).\(name)"] = type.seal != nil }
            }
        }
        return kinds
    }

    /// A module from its document.
    static func module(_ document: Node, id: String) throws -> LiveModule {
        var faults: [Diagnostic] = []
        let root = try document["manifest"]?.string.map { try StoredNode.read($0, name: id) } ?? Node(.map(NodeMap()), at: document.span)
        guard
            var manifest = ModuleManifest.read(
                root, folder: "Modules/\(id)", digest: document["digest"]?.string ?? "", diagnostics: &faults)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "manifest of module \(id)") }
        for pair in document["texts"]?.map?.pairs ?? [] { manifest.texts[pair.key] = pair.value.string }
        let settings = document["settings"]?.json ?? .object([])
        return LiveModule(
            manifest: manifest, declarations: manifest.declarations(with: settings).declarations, settings: settings, texts: manifest.texts)
    }

    private static func order(_ modules: [LiveModule]) throws -> [LiveModule] {
        let byID = Dictionary(modules.map { ($0.id, $0) }) { first, _ in first }
        let requests = modules.map { ModuleRequest(id: $0.id, range: .any, span: $0.manifest.idSpan) }
        let resolution = ModuleResolver.resolve(
            candidates: modules.map(\.manifest.declaration), requested: requests, kernel: try SemanticVersion(WorkspaceReader.kernelVersion)
        )
        let ordered = resolution.order.compactMap { byID[$0] }
        return ordered.count == modules.count ? ordered : modules
    }

    /// Registers the code of the live modules.
    private static func bind(_ modules: [LiveModule], _ linked: LinkedModules) throws -> Registry {
        var registry = Registry()
        guard linked.runsCode else { return registry }
        for module in modules {
            guard case .swift(let id) = module.manifest.implementation else { continue }
            guard let plugin = linked.plugin(id) else { throw LiveError.codeMissing(module: module.id) }
            var registrar = Registrar(module: module.id)
            plugin.init().register(in: &registrar)
            for entry in registrar.finish().entries {
                let binding = module.manifest.bindings.first { $0.point == entry.pointID && $0.name == entry.name }
                registry.add(entry, from: module.id, failsClosed: binding?.failsClosed ?? true)
            }
        }
        return registry
    }
}
