/// Manifests: read from the host and the workspace, resolved, and held against the code.
extension WorkspaceReader {
    /// - Parameter depth: listing modules takes the form of those that were built into the host as given, since `modules check` and the
    ///   host's own tests hold it; the schema is then needed only if the workspace has modules of its own.
    mutating func readManifests(_ schemas: KindSchemas, depth: Depth) throws(DiagnosticsError) -> [ModuleManifest] {
        let own = workspaceFolders()
        let known = linked.files
        let areOwn = own.keys.contains { id in !known.contains { $0.id == id } }
        let schema = depth != .everything && !areOwn ? nil : try compile(schemas.plain(.module, sources: &workspace.sources))
        var found = known.map { linkedFile($0.id, $0.files, own[$0.id], isHeading: depth == .headings && schema == nil) }
        let linkedCount = found.count
        for (folder, files) in own.sorted(by: { $0.key < $1.key }) where !known.contains(where: { $0.id == folder }) {
            found.append(file("Modules/\(folder)", files))
        }
        var manifests: [String: ModuleManifest] = [:]
        let results = ManifestFile.read(found, schema: schema, languages: workspace.settings?.languages ?? [], mended: mends)
        for (position, (file, result)) in zip(found, results).enumerated() {
            report(position < linkedCount ? languageFaults(file.name, result.faults) : result.faults)
            guard let manifest = result.manifest else {
                if file.source != nil { faultyModules.insert(file.name) }
                continue
            }
            if position >= linkedCount, manifest.id != file.name {
                report(.moduleFolder(manifest.id, folder: file.name, at: manifest.idSpan))
                continue
            }
            manifests[manifest.id] = manifest
        }
        return manifests.keys.sorted().compactMap { manifests[$0] }
    }

    /// The faults of a module that was built into the host.
    ///
    /// What it lacks in a language that it is not written in is one fault, where the workspace asks for it: nobody there can write its texts.
    private func languageFaults(_ id: String, _ faults: [Diagnostic]) -> [Diagnostic] {
        guard let settings = workspace.settings else { return faults }
        let others = settings.languages.filter { Language(rawValue: $0) == nil }
        let lacking: Set<String> = ["schema/missing-key", "module/no-letter"]
        guard !others.isEmpty, faults.contains(where: { lacking.contains($0.id) }) else { return faults }
        let rest = faults.filter { !lacking.contains($0.id) }
        guard let pair = settings.root["modules"]?.map?.pair(id), pair.value["enabled"]?.bool != false else { return rest }
        return rest + [.notSpoken(id, languages: others, at: pair.keySpan, wanted: settings.root["languages"]?.span)]
    }

    /// A module that was built into the host.
    ///
    /// - Parameter own: the workspace's folder of that name, if it has one; it must be the same module.
    private mutating func linkedFile(
        _ id: String, _ files: [String: String], _ own: [String: [UInt8]]?, isHeading: Bool
    ) -> ManifestFile {
        let text = files["module.yaml"] ?? ""
        var folder = "kernel:linked/\(id)"
        var faults: [Diagnostic] = []
        if let own {
            if let name = Self.difference(own, files) {
                let twin = files[name].map { text in
                    SourceSpan(startOf: workspace.sources.add(path: "\(folder)/\(name)", bytes: Array(text.utf8)).id)
                }
                let file = workspace.sources.add(path: "Modules/\(id)/\(name)", bytes: own[name] ?? [])
                faults.append(
                    .moduleTwice(id, file: name, isThere: own[name] != nil, at: SourceSpan(startOf: file.id), linked: twin))
            } else {
                folder = "Modules/\(id)"
            }
        }
        var found: ManifestFile
        if isHeading {
            let source = workspace.sources.add(path: folder + "/module.yaml", bytes: ManifestHeading.of(Array(text.utf8)))
            found = ManifestFile(folder: folder, files: [:], source: source, isHeading: true)
        } else {
            found = file(folder, files.mapValues { Array($0.utf8) })
        }
        found.faults += faults
        return found
    }

    /// The module in a folder.
    private mutating func file(_ folder: String, _ files: [String: [UInt8]]) -> ManifestFile {
        let path = folder + "/module.yaml"
        let source = workspace.sources.add(path: path, bytes: files["module.yaml"] ?? [])
        guard files["module.yaml"] != nil else {
            return ManifestFile(folder: folder, files: files, faults: [.noManifest(path, at: SourceSpan(startOf: source.id))])
        }
        return ManifestFile(folder: folder, files: files, source: source)
    }

    /// Whether a file of a module is part of what two copies of it must have in common.
    ///
    /// What its participants are sent is; what only its developers read is not.
    private static func isDeclared(_ name: String) -> Bool {
        (!name.hasSuffix(".md") || name.hasPrefix(ManifestFile.letters)) && !name.hasPrefix(ManifestFile.tests)
    }

    /// The first file in which a workspace's folder differs from the module as it was built into the host; nil where it is the same module.
    private static func difference(_ own: [String: [UInt8]], _ files: [String: String]) -> String? {
        let missing = files.keys.filter { own[$0] == nil }
        return (own.keys + missing).filter { name in
            guard isDeclared(name) else { return false }
            guard let bytes = own[name], let text = files[name]?.utf8, bytes.count == text.count else { return true }
            return !(text.withContiguousStorageIfAvailable { bytes.elementsEqual($0) } ?? bytes.elementsEqual(text))
        }.min { $0 == "module.yaml" || $1 != "module.yaml" && $0 < $1 }
    }

    /// The workspace's own modules that could be read as a whole: folder to the files in it.
    private func workspaceFolders() -> [String: [String: [UInt8]]] {
        var folders: [String: [String: [UInt8]]] = [:]
        for (path, bytes) in workspace.tree.files where path.hasPrefix("Modules/") {
            let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, !faultyModules.contains(String(parts[1])) else { continue }
            folders[String(parts[1]), default: [:]][String(parts[2])] = bytes
        }
        return folders
    }

    mutating func resolveModules(_ manifests: [ModuleManifest], _ schemas: KindSchemas) throws(DiagnosticsError) {
        guard let settings = workspace.settings else { return }
        var requested: [ModuleRequest] = []
        var hasUnreadableRange = false
        for pair in settings.root["modules"]?.map?.pairs ?? [] where pair.value["enabled"]?.bool != false {
            var faults: [Diagnostic] = []
            let node = pair.value.string == nil ? pair.value["version"] ?? pair.value : pair.value
            // Of a range that cannot be read, what its module adds is known all the same.
            if let range = ModuleManifest.range(node, &faults) ?? (mends ? .any : nil) {
                requested.append(ModuleRequest(id: pair.key, range: range, span: pair.keySpan))
            } else {
                hasUnreadableRange = true
            }
            report(faults)
        }
        // A module whose manifest has faults is not missing, and neither is one whose range cannot be read; who needs it is judged when
        // that is mended.
        let known = Set(manifests.map(\.id))
        let isHidden = workspace.tree.couldNotRead("Modules/")
        guard !hasUnreadableRange,
            !requested.contains(where: { !known.contains($0.id) && (isHidden || faultyModules.contains($0.id)) })
        else {
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
                report(Schema.compile(schemas.standalone(schema), dialect: .project, languages: settings.languages).diagnostics)
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
        let enabled = Set(workspace.modules.map(\.id))
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
            report(ManifestAgreement.check(module, entries: entries, points: points, enabled: enabled))
            for entry in entries {
                let binding = module.bindings.first { $0.point == entry.pointID && $0.name == entry.name }
                workspace.registry.add(entry, from: module.id, failsClosed: binding?.failsClosed ?? true)
            }
        }
    }
}
