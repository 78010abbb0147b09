/// Manifests: read from the host and the workspace, resolved, and held against the code.
extension WorkspaceReader {
    /// - Parameter depth: listing modules takes the form of those that were built into the host as given, since `modules check` and the
    ///   host's own tests hold it; the schema is then needed only if the workspace has modules of its own.
    mutating func readManifests(_ schemas: KindSchemas, depth: Depth) throws(DiagnosticsError) -> [ModuleManifest] {
        var manifests: [String: ModuleManifest] = [:]
        var folders = workspaceFolders()
        let known = linked.files
        let areOwn = folders.keys.contains { id in !known.contains { $0.id == id } }
        let schema =
            depth != .everything && !areOwn ? nil : SchemaChecker(try compile(schemas.plain(.module, sources: &workspace.sources)))
        for module in known {
            var path = "kernel:linked/\(module.id)/module.yaml"
            if let own = folders[module.id] {
                if Self.areTwins(own, module.files) {
                    folders[module.id] = nil
                    path = "Modules/\(module.id)/module.yaml"
                } else {
                    let twin = workspace.sources.add(path: path, bytes: Array((module.files["module.yaml"] ?? "").utf8))
                    let file = workspace.sources.add(path: "Modules/\(module.id)/module.yaml", bytes: own["module.yaml"] ?? [])
                    report(.moduleTwice(module.id, at: SourceSpan(startOf: file.id), linked: SourceSpan(startOf: twin.id)))
                    folders[module.id] = nil
                }
            }
            let manifest =
                depth == .headings && schema == nil
                ? heading(path, module.files["module.yaml"] ?? "")
                : manifest(path, files: module.files.mapValues { Array($0.utf8) }, schema: schema)
            if let manifest { manifests[manifest.id] = manifest }
        }
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            guard let manifest = manifest("Modules/\(folder)/module.yaml", files: files, schema: schema) else { continue }
            if manifest.id != folder {
                report(.moduleFolder(manifest.id, folder: folder, at: manifest.idSpan))
                continue
            }
            manifests[manifest.id] = manifest
        }
        return manifests.keys.sorted().compactMap { manifests[$0] }
    }

    /// The folder of a module that is no part of what it is: its tests and examples.
    private static let tests = "tests/"

    /// Whether a file of a module is part of what two copies of it must have in common.
    private static func isDeclared(_ name: String) -> Bool { !name.hasSuffix(".md") && !name.hasPrefix(tests) }

    /// Whether a workspace's folder holds a module as it was built into the host; what only people read may differ.
    private static func areTwins(_ own: [String: [UInt8]], _ files: [String: String]) -> Bool {
        let names = own.keys.filter(isDeclared)
        guard names.count == files.keys.count(where: isDeclared) else { return false }
        return names.allSatisfy { name in
            guard let bytes = own[name], let text = files[name]?.utf8, bytes.count == text.count else { return false }
            return text.withContiguousStorageIfAvailable { bytes.elementsEqual($0) } ?? bytes.elementsEqual(text)
        }
    }

    /// What a module that was built into the host is and needs.
    private mutating func heading(_ path: String, _ text: String) -> ModuleManifest? {
        guard let root = document(path, bytes: ManifestHeading.of(Array(text.utf8)), schema: nil) else { return nil }
        var faults: [Diagnostic] = []
        let manifest = ModuleManifest.read(root, folder: String(path.dropLast("/module.yaml".count)), digest: "", diagnostics: &faults)
        report(faults)
        return manifest
    }

    /// The workspace's own modules: folder to the files in it.
    private func workspaceFolders() -> [String: [String: [UInt8]]] {
        var folders: [String: [String: [UInt8]]] = [:]
        for (path, bytes) in workspace.tree.files where path.hasPrefix("Modules/") {
            let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            folders[String(parts[1]), default: [:]][String(parts[2])] = bytes
        }
        return folders
    }

    private mutating func manifest(_ path: String, files: [String: [UInt8]], schema: SchemaChecker?) -> ModuleManifest? {
        guard let bytes = files["module.yaml"] else {
            let file = workspace.sources.add(path: path, bytes: [])
            report(.noManifest(path, at: SourceSpan(startOf: file.id)))
            return nil
        }
        let folder = String(path.split(separator: "/").dropLast().last ?? "")
        guard let root = document(path, bytes: bytes, schema: schema) else {
            faultyModules.insert(folder)
            return nil
        }
        var faults: [Diagnostic] = []
        let digest = FileTree(files.filter { !$0.key.hasSuffix("README.md") && !$0.key.hasPrefix(Self.tests) }).digest
        var manifest = ModuleManifest.read(root, folder: String(path.dropLast("/module.yaml".count)), digest: digest, diagnostics: &faults)
        for (name, text) in files where name.hasPrefix("texts/") { manifest?.texts[name] = String(decoding: text, as: UTF8.self) }
        if manifest == nil { faultyModules.insert(folder) }
        if let manifest { faults += LetterFiles.check(manifest, files: Set(files.keys), languages: workspace.settings?.languages ?? []) }
        report(faults)
        return manifest
    }

    mutating func resolveModules(_ manifests: [ModuleManifest], _ schemas: KindSchemas) throws(DiagnosticsError) {
        guard let settings = workspace.settings else { return }
        var requested: [ModuleRequest] = []
        var hasUnreadableRange = false
        for pair in settings.root["modules"]?.map?.pairs ?? [] where pair.value["enabled"]?.bool != false {
            var faults: [Diagnostic] = []
            let node = pair.value.string == nil ? pair.value["version"] ?? pair.value : pair.value
            if let range = ModuleManifest.range(node, &faults) {
                requested.append(ModuleRequest(id: pair.key, range: range, span: pair.keySpan))
            } else {
                hasUnreadableRange = true
            }
            report(faults)
        }
        // A module whose manifest has faults is not missing, and neither is one whose range cannot be read; who needs it is judged when
        // that is mended.
        guard !hasUnreadableRange, !requested.contains(where: { faultyModules.contains($0.id) }) else {
            knowsAllModules = false
            return
        }
        guard let kernel = try? SemanticVersion(Self.kernelVersion) else { return }
        let resolution = ModuleResolver.resolve(candidates: manifests.map { $0.declaration }, requested: requested, kernel: kernel)
        report(resolution.diagnostics)
        var positions = [String: Int](minimumCapacity: manifests.count)
        for position in manifests.indices { positions[manifests[position].id] = position }
        // By position, since manifests are large.
        let found = requested.compactMap { positions[$0.id] }
        // Without a sound order the modules still say what may stand in the files; without all of them nothing can be said of the rest.
        let enabled = resolution.diagnostics.isEmpty ? resolution.order.compactMap { positions[$0] } : found.sorted()
        workspace.modules = enabled.map { manifests[$0] }
        knowsAllModules = found.count == requested.count
        let others = Set(manifests.indices).subtracting(enabled)
        workspace.otherModules = others.sorted().map { manifests[$0] }
    }

    /// Checks what the modules wrote as schemas, and the settings that the workspace gives them.
    mutating func readModuleSettings(_ schemas: KindSchemas) throws(DiagnosticsError) {
        guard let settings = workspace.settings else { return }
        for module in workspace.modules {
            for schema in module.schemas {
                report(Schema.compile(schemas.standalone(schema), dialect: .project).diagnostics)
            }
            let pair = settings.root["modules"]?.map?.pair(module.id)
            let given = pair?.value["settings"]
            guard let node = module.settings else {
                if let given { report(.noSettings(module.id, at: given.span)) }
                continue
            }
            guard let schema = Schema.compile(schemas.standalone(node), dialect: .project).schema else { continue }
            let value = given ?? Node(.map(NodeMap()), at: pair?.keySpan ?? settings.root.span)
            report(schema.validate(value, options: []))
            workspace.moduleSettings[module.id] = schema.defaults(for: value)
        }
    }

    /// Registers the code of each enabled module and compares it with what the manifest declares.
    mutating func bindCode() {
        guard linked.runsCode else { return }
        let points = Set(KernelPoints.ids + workspace.modules.flatMap { $0.extensionPoints.map(\.id) })
        for module in workspace.modules {
            var entries: [Registrar.Entry] = []
            if case .swift(let id) = module.implementation {
                guard let plugin = linked.plugin(id) else {
                    report(.notLinked(module.id, swift: id, linked: linked.plugins.map { $0.id }.sorted(), at: module.implementationSpan))
                    continue
                }
                var registrar = Registrar(module: module.id)
                plugin.init().register(in: &registrar)
                entries = registrar.finish().entries
            }
            report(ManifestAgreement.check(module, entries: entries, points: points))
            for entry in entries {
                let binding = module.bindings.first { $0.point == entry.pointID && $0.name == entry.name }
                workspace.registry.add(entry, from: module.id, failsClosed: binding?.failsClosed ?? true)
            }
        }
    }
}
